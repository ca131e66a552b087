import { authorsLine } from "../../archive/authors-line.ts";
import { dateWords } from "../../archive/dates.ts";
import type { PaperCard } from "../../archive/paper-cards.ts";
import type { PaperFacts } from "../kept-paper.ts";
import { addresses } from "./addresses.ts";
import { element } from "./element.ts";

export const dates = dateWords(document.documentElement.lang || "en");

/** A paper as an item of a list, shaped like those of the other pages. Text only. */
export function paperRow(
  id: string,
  { title, published }: PaperFacts,
  { card, level = 3 }: { card?: PaperCard | undefined; level?: 2 | 3 } = {},
): HTMLElement {
  const date = element(
    "p",
    { class: "date" },
    published === undefined
      ? element("span", {}, "Undated")
      : element("time", { datetime: published }, dates.period(published)),
  );
  const link = element("a", { href: addresses.paper(id) }, card?.titleText ?? title);
  const entry = element("article", { class: "entry" }, element(`h${level}`, {}, link));
  const facts = [card && authorsOf(card), card?.organization].filter((fact) => fact !== undefined);
  if (facts.length > 0) {
    const line = facts.map((fact) => element("span", {}, fact));
    entry.append(element("p", { class: "facts-line" }, ...line));
  }
  const attributes = { "data-paper": id, "data-title": card?.titleText ?? title };
  const aliases = card?.aliases?.join(" ");
  return element(
    "li",
    aliases ? { ...attributes, "data-aliases": aliases } : attributes,
    date,
    entry,
  );
}

function authorsOf({ authors = [], authorsCount }: PaperCard): string | undefined {
  const names = authors.map((name) => ({ name }));
  return authorsLine(
    authorsCount === undefined ? { authors: names } : { authors: names, authorsCount },
  );
}

/** A card's part of what is kept of a paper. */
export function factsOf({ titleText, published }: PaperCard): PaperFacts {
  return { title: titleText, published };
}

/** "1 paper", "2 papers". */
export function papersInWords(count: number): string {
  return `${count} paper${count === 1 ? "" : "s"}`;
}

const atOnce = 50;

/** A list that begins with fifty items and has a button for the next ones. */
export function longList(items: readonly HTMLElement[], shown: () => void): HTMLElement {
  const list = element("ol", { class: "papers" }, ...items.slice(0, atOnce));
  const whole = element("div", {}, list);
  if (items.length <= atOnce) return whole;
  const button = element("button", { type: "button", class: "button" }, "More papers");
  const more = element("p", { class: "more" }, button);
  button.addEventListener("click", () => {
    const from = list.childElementCount;
    list.append(...items.slice(from, from + atOnce));
    more.hidden = list.childElementCount >= items.length;
    shown();
    items[from]?.querySelector("a")?.focus();
  });
  whole.append(more);
  return whole;
}
