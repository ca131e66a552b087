import { authorsLine } from "../../../archive/authors-line.ts";
import { dateFormats } from "../../../archive/dates.ts";
import type { PaperCard } from "../../../archive/paper-cards.ts";
import { rowDates } from "../../../archive/row-dates.ts";
import { library, paperLabels } from "../../../i18n/strings.ts";
import { defined } from "../../../schemas/defined.ts";
import { element } from "../../element.ts";
import type { PaperSummary } from "../saved-paper.ts";
import { addresses } from "./addresses.ts";

/** Writes dates in the language of the page. */
export const dates = dateFormats(document.documentElement.lang || "en");

interface RowOptions {
  card?: PaperCard | undefined;
  level?: 2 | 3;
  /** The day that the list is of, which its rows need not name. */
  day?: string | undefined;
  /** The day on which the paper was listed, if it is not that of the list. */
  listed?: string | undefined;
}

/** A paper as an item of a list, with the same structure as in the lists that the build makes. */
export function paperRow(
  id: string,
  { title, published }: PaperSummary,
  { card, level = 3, day, listed = day }: RowOptions = {},
): HTMLElement {
  const link = element("a", { href: addresses.paper(id) }, title);
  const entry = element("article", { class: "entry" }, element(`h${level}`, { dir: "auto" }, link));
  const attributes = {
    "data-paper": id,
    "data-title": title,
    ...defined({ "data-published": published }),
  };
  entry.append(element("p", { class: "facts-line" }, ...datesOf({ listed, published }, day)));
  const row = element("li", attributes, entry);
  if (card) showCard(row, card);
  return row;
}

/** Updates a row with what the archive knows about its paper. Keeps its elements and the focus. */
export function showCard(row: HTMLElement, card: PaperCard): void {
  const { titleText, listed, published, organization, aliases = [] } = card;
  row.dataset["title"] = titleText;
  if (aliases.length > 0) row.dataset["aliases"] = aliases.join(" ");
  if (published !== undefined) row.dataset["published"] = published;
  const heading = row.querySelector("h2, h3");
  const link = heading?.querySelector("a");
  if (link) link.textContent = titleText;
  const facts = [authorsOf(card), organization].filter((fact) => fact !== undefined);
  const spans = facts.map((fact) => element("span", { dir: "auto" }, fact));
  row.querySelector(".facts-line")?.replaceChildren(...datesOf({ listed, published }), ...spans);
}

/** The dates of a row, as other lists show them. A device keeps only the date of publication. */
function datesOf(
  { listed, published }: { listed: string | undefined; published: string | undefined },
  day?: string,
): HTMLElement[] {
  const date = (content: HTMLElement | string) => element("span", { class: "date" }, content);
  if (listed === undefined && published === undefined) return [date(paperLabels.undated)];
  const found = rowDates({ listed: listed === undefined ? [] : [listed], published }, dates, day);
  return found.map(({ key, text }) => date(element("time", { datetime: key }, text)));
}

function authorsOf({ authors = [], authorsCount }: PaperCard): string | undefined {
  return authorsLine({ authors: authors.map((name) => ({ name })), ...defined({ authorsCount }) });
}

/** The part of a card that is stored on the device. */
export function summaryOf({ titleText, published }: PaperCard): PaperSummary {
  return { title: titleText, published };
}

const pageSize = 50;

/** A list that shows fifty rows, with a button for the next fifty. Calls `shown` after each press. */
export function pagedList(rows: readonly HTMLElement[], shown: () => void): HTMLElement {
  const list = element("ol", { class: "papers" }, ...rows.slice(0, pageSize));
  const root = element("div", {}, list);
  if (rows.length <= pageSize) return root;
  const button = element("button", { type: "button", class: "button" }, library.morePapers);
  const more = element("p", { class: "more" }, button);
  button.addEventListener("click", () => {
    const from = list.childElementCount;
    list.append(...rows.slice(from, from + pageSize));
    more.hidden = list.childElementCount >= rows.length;
    shown();
    rows[from]?.querySelector("a")?.focus();
  });
  root.append(more);
  return root;
}
