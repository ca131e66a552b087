import { element } from "../../element.ts";
import { type Damaged, type Everything, everythingOn } from "../load-library.ts";
import { type KeptPaper, withFacts } from "../saved-paper.ts";
import { complaints } from "./announce.ts";
import { downloadText } from "./download.ts";
import { fetchCards } from "./fetch-cards.ts";
import { markLists } from "./list-marks.ts";
import { addCard, factsOf, longList, paperRow, papersInWords } from "./paper-row.ts";
import { startTools } from "./saved-tools.ts";
import { onChangeElsewhere, thisDevice } from "./this-device.ts";

/** The page of what the visitor keeps on this device. */

const status = document.querySelector<HTMLElement>("#saved-status");
const lists = document.querySelector<HTMLElement>("#saved-lists");
const damage = document.querySelector<HTMLElement>("#saved-damage");
const tools = document.querySelector<HTMLElement>("#saved-tools");
if (status && lists && damage && tools) start({ status, lists, damage, tools });

interface Parts {
  status: HTMLElement;
  lists: HTMLElement;
  damage: HTMLElement;
  tools: HTMLElement;
}

type Item = [id: string, kept: KeptPaper];

function start({ status, lists, damage, tools }: Parts): void {
  const count = Number(lists.dataset["cardFiles"]);
  const refreshTools = startTools(tools, count, show);

  function show(): void {
    const everything = everythingOn(thisDevice);
    lists.replaceChildren(
      ...groupsOf(everything).map(({ name, items }) =>
        element(
          "section",
          { class: "section" },
          element("h2", {}, name),
          longList(items.map(row), more),
        ),
      ),
    );
    showDamage(damage, everything.damaged, show);
    tools.hidden = everything.blocked;
    refresh(everything);
    more();
  }

  /** What is said and offered of the lists as a whole, which stay as they are under a reader's hand. */
  function refresh(everything = everythingOn(thisDevice)): void {
    status.textContent = everything.blocked
      ? complaints.blocked.replace("Not kept: this", "Nothing can be kept here. This")
      : inWords(everything);
    refreshTools(everything);
  }

  function row([id, kept]: Item): HTMLElement {
    const item = paperRow(id, kept);
    const { note } = kept;
    if (note) {
      const own = element("p", { class: "private-note-text" }, note.text);
      item.querySelector(".entry")?.append(own);
    }
    return item;
  }

  function more(): void {
    markLists();
    void renew();
  }

  /** Brings the rows that are shown up to what the archive says now; follows papers whose id changed. */
  async function renew(): Promise<void> {
    const rows = new Map<string, HTMLElement>();
    for (const item of lists.querySelectorAll<HTMLElement>("li[data-paper]:not([data-asked])")) {
      item.dataset["asked"] = "";
      rows.set(item.dataset["paper"] ?? "", item);
    }
    const codes = [...rows.keys()].map((id) => ({ id }));
    const { found, unknown } = await fetchCards(codes, count);
    const now = new Date().toISOString();
    let moved = false;
    for (const { code, card } of found) {
      const id = "id" in code ? code.id : card.id;
      if (id !== card.id) {
        moved = thisDevice.follow(card.id, [id]) === "kept" || moved;
        continue;
      }
      const facts = factsOf(card);
      const kept = thisDevice.get(id);
      if (kept && (kept.title !== facts.title || kept.published !== facts.published)) {
        thisDevice.change(id, facts, (before) => withFacts(before, facts), now);
      }
      const item = rows.get(id);
      if (item) addCard(item, card);
    }
    for (const code of unknown) {
      const item = "id" in code ? rows.get(code.id) : undefined;
      const gone = "This archive no longer has this paper.";
      item?.querySelector(".entry")?.append(element("p", { class: "facts-line" }, gone));
      // Its page is gone, too.
      item?.querySelector("a")?.removeAttribute("href");
    }
    if (moved) show();
  }

  onChangeElsewhere(show);
  // A mark's own listener has changed it by then.
  lists.addEventListener("click", () => refresh());
  show();
}

function groupsOf({ papers }: Everything): { name: string; items: Item[] }[] {
  const items = [...papers];
  const newestFirst = (time: (kept: KeptPaper) => string | undefined) => (a: Item, b: Item) =>
    (time(a[1]) ?? "") < (time(b[1]) ?? "") ? 1 : -1;
  return [
    {
      name: "To read",
      items: items
        .filter(([, { saved, read }]) => saved !== undefined && read === undefined)
        .sort(newestFirst(({ saved }) => saved)),
    },
    {
      name: "Read",
      items: items
        .filter(([, { read }]) => read !== undefined)
        .sort(newestFirst(({ read }) => read)),
    },
    {
      name: "With a note only",
      items: items
        .filter(([, { saved, read }]) => saved === undefined && read === undefined)
        .sort(newestFirst(({ note }) => note?.written)),
    },
  ].filter((group) => group.items.length > 0);
}

function inWords({ papers }: Everything): string {
  if (papers.size === 0) {
    return "Nothing is saved on this device yet. The bookmark beside a paper saves it; the tick marks it as read.";
  }
  const saved = [...papers.values()].filter((kept) => kept.saved !== undefined).length;
  const read = [...papers.values()].filter((kept) => kept.read !== undefined).length;
  const notes = [...papers.values()].filter((kept) => kept.note !== undefined).length;
  const parts = [
    saved > 0 && `${papersInWords(saved)} saved`,
    read > 0 && `${read} read`,
    notes > 0 && `${notes} with a note`,
  ];
  return parts.filter(Boolean).join(", ");
}

function showDamage(place: HTMLElement, damaged: readonly Damaged[], changed: () => void): void {
  place.hidden = damaged.length === 0;
  if (damaged.length === 0) return;
  const one = damaged.length === 1;
  const download = element("button", { type: "button", class: "button" }, "Download as it is");
  const remove = element("button", { type: "button", class: "button" }, "Remove from this device");
  download.addEventListener("click", () => {
    const texts = Object.fromEntries(damaged.map(({ name, text }) => [name, text]));
    downloadText("damaged-papers", "json", "application/json", JSON.stringify(texts, null, 2));
  });
  remove.addEventListener("click", () => {
    for (const { name } of damaged) thisDevice.setText(name, undefined);
    changed();
  });
  place.replaceChildren(
    element(
      "p",
      {},
      `What is stored here of ${papersInWords(damaged.length)} cannot be read, and was left as it is. Nothing else was harmed.`,
    ),
    element(
      "ul",
      { class: "label" },
      ...damaged
        .slice(0, 20)
        .map(({ name, fault }) => element("li", {}, `${name.slice(0, 120)}: ${fault}`)),
    ),
    element("p", { class: "buttons" }, download, remove),
  );
  place.setAttribute("aria-label", one ? "A damaged paper" : "Damaged papers");
}
