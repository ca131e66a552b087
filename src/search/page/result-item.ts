import type { Shown } from "../engine/open-search.ts";
import { excerptOf, piecesOf, type ShownPiece } from "../text/excerpt.ts";
import { element } from "./element.ts";
import { formula } from "./formula.ts";

/** What a result needs of the site. */
export interface ItemContext {
  addressOf: (id: string) => string;
  topicAddress: (id: string) => string;
  topicName: (id: string) => string;
  /** A day, month or year in words. */
  dateOf: (key: string) => string;
}

/** A result as an item of the list, shaped like the lists of the other pages. */
export function resultItem(
  { paper, formulas }: Shown,
  found: ReadonlySet<string>,
  { addressOf, topicAddress, topicName, dateOf }: ItemContext,
): HTMLElement {
  const nodes = (pieces: ShownPiece[]) =>
    pieces.map(({ text, formula: isFormula, matched }) => {
      const node = isFormula ? formula(text, formulas[text]) : document.createTextNode(text);
      return matched ? element("mark", {}, node) : node;
    });
  const day = paper.published;
  const date = element(
    "p",
    { class: "date" },
    day ? element("time", { datetime: day }, dateOf(day)) : element("span", {}, "Undated"),
  );
  const title = piecesOf(paper.title, found);
  const link = element("a", { href: addressOf(paper.id) }, ...nodes(title));
  const facts = [authorsLine(paper.authors, paper.authorsCount), paper.organization]
    .filter((fact) => fact !== undefined)
    .map((fact) => element("span", {}, fact));
  const topics = (paper.topics ?? [])
    .slice(0, 3)
    .map((id) => element("a", { href: topicAddress(id) }, topicName(id)));
  return element(
    "li",
    { "data-paper": paper.id, "data-title": title.map(({ text }) => text).join("") },
    date,
    element(
      "article",
      { class: "entry" },
      element("h2", {}, link),
      element("p", { class: "search-excerpt" }, ...nodes(excerptOf(paper.abstract, found))),
      element("p", { class: "facts-line" }, ...facts, ...topics),
    ),
  );
}

function authorsLine(names: string[] | undefined, count: number | undefined): string | undefined {
  if (names) return names.slice(0, 3).join(", ") + (names.length > 3 ? " and others" : "");
  if (count === undefined) return undefined;
  return `${count} author${count === 1 ? "" : "s"}`;
}
