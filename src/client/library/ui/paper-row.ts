import { authorsLine } from "../../../archive/authors-line.ts";
import { dateWords } from "../../../archive/dates.ts";
import type { PaperCard } from "../../../archive/paper-cards.ts";
import { element } from "../../element.ts";
import type { PaperFacts } from "../saved-paper.ts";
import { addresses } from "./addresses.ts";

export const dates = dateWords(document.documentElement.lang || "en");

/** A paper as an item of a list, shaped like those of the other pages. Text only. */
export function paperRow(
  id: string,
  { title, published }: PaperFacts,
  { card, level = 3 }: { card?: PaperCard | undefined; level?: 2 | 3 } = {},
): HTMLElement {
  const link = element("a", { href: addresses.paper(id) }, title);
  const entry = element("article", { class: "entry" }, element(`h${level}`, {}, link));
  const attributes = { "data-paper": id, "data-title": title };
  const item = element("li", attributes, dateOf(published), entry);
  if (card) addCard(item, card);
  return item;
}

/** Shows in an item what the site says of its paper. What is in it stays, and so does the focus. */
export function addCard(item: HTMLElement, card: PaperCard): void {
  const { titleText, published, organization, aliases = [] } = card;
  item.dataset["title"] = titleText;
  if (aliases.length > 0) item.dataset["aliases"] = aliases.join(" ");
  item.querySelector(".date")?.replaceWith(dateOf(published));
  const heading = item.querySelector("h2, h3");
  const link = heading?.querySelector("a");
  if (link) link.textContent = titleText;
  const facts = [authorsOf(card), organization].filter((fact) => fact !== undefined);
  if (facts.length === 0) return;
  const line = facts.map((fact) => element("span", {}, fact));
  heading?.after(element("p", { class: "facts-line" }, ...line));
}

function dateOf(published: string | undefined): HTMLElement {
  const shown =
    published === undefined
      ? element("span", {}, "Undated")
      : element("time", { datetime: published }, dates.period(published));
  return element("p", { class: "date" }, shown);
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
