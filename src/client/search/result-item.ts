import type { ResultDocument } from "../../search/engine/open-search.ts";
import { excerpt, highlight, type TextSpan } from "../../search/text/excerpt.ts";
import { element } from "../element.ts";
import { formula } from "./formula.ts";

/** What a result needs of the site. */
export interface ItemContext {
  addressOf: (id: string) => string;
  topicAddress: (id: string) => string;
  topicName: (id: string) => string;
  /** A day, month or year in words. */
  periodOf: (key: string) => string;
}

/** A result as an item of the list, shaped like the lists of the other pages. */
export function resultItem(
  { paper, formulas }: ResultDocument,
  found: ReadonlySet<string>,
  { addressOf, topicAddress, topicName, periodOf }: ItemContext,
): HTMLElement {
  const nodes = (spans: TextSpan[]) =>
    spans.map(({ text, formula: isFormula, matched }) => {
      const node = isFormula ? formula(text, formulas[text]) : document.createTextNode(text);
      return matched ? element("mark", {}, node) : node;
    });
  const { published } = paper;
  const date = element(
    "p",
    { class: "date" },
    published
      ? element("time", { datetime: published }, periodOf(published))
      : element("span", {}, "Undated"),
  );
  const title = highlight(paper.title, found);
  const link = element("a", { href: addressOf(paper.id) }, ...nodes(title));
  const facts = [authorsLine(paper.authors, paper.authorsCount), paper.organization]
    .filter((fact) => fact !== undefined)
    .map((fact) => element("span", {}, fact));
  const topics = (paper.topics ?? [])
    .slice(0, 3)
    .map((id) => element("a", { href: topicAddress(id) }, topicName(id)));
  const aliases = paper.aliases?.join(" ");
  return element(
    "li",
    {
      "data-paper": paper.id,
      "data-title": paper.titleText,
      ...(aliases ? { "data-aliases": aliases } : {}),
    },
    date,
    element(
      "article",
      { class: "entry" },
      element("h2", {}, link),
      element("p", { class: "search-excerpt" }, ...nodes(excerpt(paper.abstract, found))),
      element("p", { class: "facts-line" }, ...facts, ...topics),
    ),
  );
}

function authorsLine(names: string[] | undefined, count: number | undefined): string | undefined {
  if (names) return names.slice(0, 3).join(", ") + (names.length > 3 ? " and others" : "");
  if (count === undefined) return undefined;
  return `${count} author${count === 1 ? "" : "s"}`;
}
