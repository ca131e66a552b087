import type { PaperCard } from "../../../archive/paper-cards.ts";
import { haveAtHand } from "../../offline/precache.ts";
import { everythingOn } from "../load-library.ts";
import { setSaved } from "../saved-paper.ts";
import { isMeantBy, type ListCode, nameOfCode, readListFragment } from "../share-link.ts";
import { addresses } from "./addresses.ts";
import { complain } from "./announce.ts";
import { fetchCards } from "./fetch-cards.ts";
import { markLists } from "./list-marks.ts";
import { factsOf, longList, paperRow, papersInWords } from "./paper-row.ts";
import { thisDevice } from "./this-device.ts";

/** The page of a list that came by its address. */

/** So many of a list's papers are put on the device when it is saved. */
const atHand = 100;

const status = document.querySelector<HTMLElement>("#shared-status");
const place = document.querySelector<HTMLElement>("#shared-list");
const button = document.querySelector<HTMLButtonElement>("#shared-save");
const missing = document.querySelector<HTMLElement>("#shared-missing");
if (status && place && button && missing) start({ status, place, button, missing });

interface Parts {
  status: HTMLElement;
  place: HTMLElement;
  button: HTMLButtonElement;
  missing: HTMLElement;
}

function start({ status, place, button, missing }: Parts): void {
  const count = Number(place.dataset["cardFiles"]);
  let cards: PaperCard[] = [];
  let turn = 0;

  async function show(): Promise<void> {
    turn += 1;
    const mine = turn;
    const { codes, unread } = readListFragment(location.hash);
    place.replaceChildren();
    button.hidden = true;
    missing.hidden = true;
    if (codes.length + unread.length === 0) {
      status.textContent =
        "This address names no paper. A list's address ends in # and the papers' names: perhaps that part was cut off.";
      return;
    }
    status.textContent = "Looking the papers up…";
    const { found, unknown, unasked } = await fetchCards(codes, count);
    if (mine !== turn) return;
    const own = ownCards(unasked);
    const shown = [...found.map(({ card }) => card), ...own.values()];
    cards = [...new Map(shown.map((card) => [card.id, card])).values()];
    place.replaceChildren(
      longList(
        cards.map((card) => paperRow(card.id, factsOf(card), { card, level: 2 })),
        markLists,
      ),
    );
    markLists();
    const left = unasked.filter((code) => !own.has(code));
    status.textContent =
      left.length > 0
        ? `${cards.length} of the ${papersInWords(codes.length)} in this list can be shown without a connection`
        : `${papersInWords(cards.length)} in this list`;
    sayMissing([...unknown.map(nameOfCode), ...unread], left);
    showButton();
  }

  /** Where the site cannot be asked: what the device keeps of a paper. */
  function ownCards(codes: readonly ListCode[]): Map<ListCode, PaperCard> {
    const kept = codes.length > 0 ? [...everythingOn(thisDevice).papers] : [];
    return new Map(
      codes.flatMap((code) => {
        const [id, facts] = kept.find(([one]) => isMeantBy(code, one)) ?? [];
        if (id === undefined || !facts) return [];
        const { title: titleText, published } = facts;
        return [[code, published ? { id, titleText, published } : { id, titleText }]];
      }),
    );
  }

  function sayMissing(unknown: readonly string[], unasked: readonly ListCode[]): void {
    const lines = [
      unknown.length > 0 && `This archive has no paper by the name of ${inQuotes(unknown)}.`,
      unasked.length > 0 &&
        `${papersInWords(unasked.length)} could not be looked up: ${inQuotes(unasked.map(nameOfCode))}. Check the connection and load the page again.`,
    ].filter((line) => line !== false);
    missing.hidden = lines.length === 0;
    missing.textContent = lines.join(" ");
  }

  function showButton(): void {
    const unsaved = cards.filter(({ id }) => thisDevice.get(id)?.saved === undefined);
    button.hidden = unsaved.length === 0;
    button.textContent =
      unsaved.length === 1 ? "Save this paper" : `Save these ${unsaved.length} papers`;
  }

  button.addEventListener("click", () => {
    const now = new Date().toISOString();
    for (const card of cards) {
      const outcome = thisDevice.change(card.id, factsOf(card), setSaved(true), now);
      complain(outcome);
      if (outcome === "full" || outcome === "blocked") break;
    }
    const saved = cards.filter(({ id }) => thisDevice.get(id)?.saved !== undefined);
    haveAtHand(
      saved.slice(0, atHand).map(({ id }) => new URL(addresses.paper(id), location.href).href),
    );
    status.textContent = `${saved.length} of ${papersInWords(cards.length)} in this list are saved on this device`;
    markLists();
    showButton();
  });
  window.addEventListener("hashchange", () => void show());
  void show();
}

function inQuotes(names: readonly string[]): string {
  const few = names.slice(0, 10).map((name) => `“${name.slice(0, 60)}”`);
  return (
    few.join(", ") + (names.length > few.length ? ` and ${names.length - few.length} more` : "")
  );
}
