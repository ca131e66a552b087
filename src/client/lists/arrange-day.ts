import type { Likeness } from "../../archive/likeness/rank-likeness.ts";
import { dayTools, likenessOrder } from "../../i18n/strings.ts";
import { announce } from "../library/ui/announce.ts";
import { addListButtons } from "../library/ui/list-buttons.ts";
import { compareRows, orderNamed } from "./arrange-rows.ts";
import { isLikenessKept, keepLikeness, noteLikeness, showOrdered } from "./likeness-order.ts";
import { takeOtherPages } from "./other-pages.ts";
import { printWhole } from "./print-whole.ts";

/** The script of a day's page: another order of its papers, and the papers of one topic. */

const tools = document.querySelector<HTMLElement>("[data-other-pages]");
if (tools) start(tools);

function start(tools: HTMLElement): void {
  const order = document.querySelector<HTMLSelectElement>("select[data-order]");
  const choice = tools.querySelector<HTMLSelectElement>("select[data-topic-choice]");
  const status = document.querySelector<HTMLElement>("[data-day-count]");
  const chips = [...tools.querySelectorAll<HTMLButtonElement>("button[data-topic]")];
  const whole = status?.textContent ?? "";
  const places = new WeakMap<HTMLElement, number>();
  let others = (tools.dataset["otherPages"] ?? "").split(" ").filter((address) => address !== "");
  let topic: string | undefined;
  let likeness: ReadonlyMap<string, Likeness> = new Map();

  /** The whole day is sorted and narrowed, and not what is on its first page. */
  async function completeDay(): Promise<boolean> {
    if (others.length === 0) return true;
    const wanted = others;
    others = [];
    if (!(await takeOtherPages(wanted))) {
      others = wanted;
      return false;
    }
    for (const part of document.querySelectorAll(".page-numbers, [data-day-part]")) part.remove();
    if (document.documentElement.dataset["list"] === "abstracts") {
      for (const abstract of document.querySelectorAll<HTMLDetailsElement>(".abstract-in-list")) {
        abstract.open = true;
      }
    }
    addListButtons();
    return true;
  }

  function sortRows(): void {
    const named = orderNamed(order?.value);
    const compare = compareRows(named, document.documentElement.lang);
    let place = 0;
    for (const list of document.querySelectorAll<HTMLElement>("main .papers")) {
      const rows = [...list.querySelectorAll<HTMLElement>(":scope > li")].map((row) => {
        if (!places.has(row)) places.set(row, place);
        place += 1;
        const like = named === "likeness" ? likeness.get(row.dataset["paper"] ?? "") : undefined;
        noteLikeness(row, like);
        return { row, facts: factsOf(row, places.get(row) ?? place, like) };
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
    const isWanted = order?.value === "likeness";
    keepLikeness(isWanted);
    if (!isWanted) return undefined;
    const rows = document.querySelectorAll<HTMLElement>("main .papers > li");
    const ids = [...rows].map((row) => row.dataset["paper"] ?? "");
    const found = await import("./likeness.ts")
      .then(({ likenessToSaved }) => likenessToSaved(ids))
      .catch(() => likenessOrder.failed);
    if (typeof found !== "string") {
      likeness = found;
      return undefined;
    }
    order.value = "listed";
    return found;
  }

  async function arrange(): Promise<void> {
    const isWhole = await completeDay();
    const fault = await compareWithSaved();
    sortRows();
    showOrdered();
    const faults = [...(isWhole ? [] : [dayTools.onlyThisPage]), ...(fault ? [fault] : [])];
    if (status) status.textContent = [narrow(), ...faults].join(". ");
    announce(status?.textContent ?? "");
  }

  const printing = document.querySelector<HTMLButtonElement>("button[data-print]");
  if (printing) printWhole(printing, { complete: arrange, isWhole: () => others.length === 0 });
  order?.addEventListener("change", () => void arrange());
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
  if (order && isLikenessKept()) {
    order.value = "likeness";
    void arrange();
  }
}

function factsOf(row: HTMLElement, place: number, like: Likeness | undefined) {
  return {
    place,
    upvotes: Number(row.dataset["upvotes"] ?? 0),
    topic: row.querySelector(".topic")?.textContent,
    likeness: like?.score ?? 0,
  };
}
