import { dayTools } from "../../i18n/strings.ts";
import { announce } from "../library/ui/announce.ts";
import { addListButtons } from "../library/ui/list-buttons.ts";
import { thisLibrary } from "../library/ui/this-library.ts";
import { compareRows, orderNamed } from "./arrange-rows.ts";
import { keptOrder } from "./kept-order.ts";
import { takeOtherPages } from "./other-pages.ts";
import { printWhole } from "./print-whole.ts";
import type { RowLikeness } from "./row-likeness.ts";

/** The script of a day's page: another order of its papers, and the papers of one topic. */

const tools = document.querySelector<HTMLElement>("[data-other-pages]");
if (tools) start(tools);

function start(tools: HTMLElement): void {
  const root = document.documentElement;
  const order = document.querySelector<HTMLSelectElement>("select[data-order]");
  const choice = tools.querySelector<HTMLSelectElement>("select[data-topic-choice]");
  const status = document.querySelector<HTMLElement>("[data-day-count]");
  const chips = [...tools.querySelectorAll<HTMLButtonElement>("button[data-topic]")];
  const whole = status?.textContent ?? "";
  const places = new WeakMap<HTMLElement, number>();
  let others = (tools.dataset["otherPages"] ?? "").split(" ").filter((address) => address !== "");
  let topic: string | undefined;
  let likeness: RowLikeness | undefined;

  /** The whole day is sorted and narrowed, and not what is on its first page. */
  async function completeDay(): Promise<boolean> {
    if (others.length === 0) return true;
    const wanted = others;
    others = [];
    if (!(await takeOtherPages(wanted))) {
      others = wanted;
      return false;
    }
    likeness = undefined;
    for (const part of document.querySelectorAll(".page-numbers, [data-day-part]")) part.remove();
    if (root.dataset["list"] === "abstracts") {
      for (const abstract of document.querySelectorAll<HTMLDetailsElement>(".abstract-in-list")) {
        abstract.open = true;
      }
    }
    addListButtons();
    return true;
  }

  function sortRows(): void {
    const named = orderNamed(order?.value);
    const compare = compareRows(named, root.lang);
    let place = 0;
    for (const list of document.querySelectorAll<HTMLElement>("main .papers")) {
      const rows = [...list.querySelectorAll<HTMLElement>(":scope > li")].map((row) => {
        if (!places.has(row)) places.set(row, place);
        place += 1;
        likeness?.note(row, named === "likeness");
        const score = likeness?.scoreOf(row) ?? 0;
        return { row, facts: factsOf(row, places.get(row) ?? place, score) };
      });
      list.append(...rows.sort((a, b) => compare(a.facts, b.facts)).map(({ row }) => row));
    }
  }

  function narrow(): string {
    const rows = [...document.querySelectorAll<HTMLElement>("main .papers > li")];
    for (const row of rows) {
      const topics = row.dataset["topics"]?.split(" ") ?? [];
      row.toggleAttribute("data-out", topic !== undefined && !topics.includes(topic));
    }
    for (const chip of chips) {
      chip.setAttribute("aria-pressed", String(chip.dataset["topic"] === topic));
    }
    const shown = rows.filter((row) => !row.hasAttribute("data-out")).length;
    if (choice) choice.value = topic ?? "";
    const option = choice?.selectedOptions[0];
    const name = topic === undefined ? undefined : option?.dataset["name"];
    return name === undefined ? whole : dayTools.narrowed(shown, rows.length, name);
  }

  /** Compares the rows with the saved papers, if that is the order. Returns why it is impossible, if it is. */
  async function compareWithSaved(): Promise<string | undefined> {
    if (order?.value !== "likeness" || likeness) return undefined;
    const rows = document.querySelectorAll<HTMLElement>("main .papers > li");
    const found = await import("./row-likeness.ts")
      .then(({ rowLikeness }) => rowLikeness(rows))
      .catch(() => dayTools.notCompared);
    if (typeof found !== "string") {
      likeness = found;
      return undefined;
    }
    // The reader may have chosen another order in the meantime.
    if (order.value === "likeness") order.value = "listed";
    return found;
  }

  async function arrange(): Promise<void> {
    const isWhole = await completeDay();
    const fault = await compareWithSaved();
    sortRows();
    // A style sheet has hidden a list that is kept in another order.
    delete root.dataset["order"];
    const faults = [...(isWhole ? [] : [dayTools.onlyThisPage]), ...(fault ? [fault] : [])];
    if (status) status.textContent = [narrow(), ...faults].join(". ");
    announce(status?.textContent ?? "");
  }

  const printing = document.querySelector<HTMLButtonElement>("button[data-print]");
  if (printing) printWhole(printing, { complete: arrange, isWhole: () => others.length === 0 });
  order?.addEventListener("change", () => {
    const isByLikeness = order.value === "likeness";
    thisLibrary.setText(keptOrder, isByLikeness ? order.value : undefined);
    // More papers may be saved since the last comparison.
    if (isByLikeness) likeness = undefined;
    void arrange();
  });
  choice?.addEventListener("change", () => {
    topic = choice.value || undefined;
    void arrange();
  });
  for (const chip of chips) {
    chip.addEventListener("click", () => {
      const { topic: wanted } = chip.dataset;
      topic = topic === wanted ? undefined : wanted;
      void arrange();
    });
  }
  if (order && root.dataset["order"] === "likeness") {
    order.value = "likeness";
    void arrange();
  }
}

function factsOf(row: HTMLElement, place: number, likeness: number) {
  return {
    place,
    upvotes: Number(row.dataset["upvotes"] ?? 0),
    topic: row.querySelector(".topic")?.textContent,
    likeness,
  };
}
