import { authorsLine } from "../../archive/authors-line.ts";
import { paperLabels } from "../../i18n/strings.ts";
import { defined } from "../../schemas/defined.ts";
import type { ResultDocument } from "../../search/engine/open-search.ts";
import { excerpt, highlight, type TextSpan } from "../../search/text/excerpt.ts";
import { element } from "../element.ts";
import { formula } from "./formula.ts";

/** What a result needs to know about the site. */
export interface ItemContext {
  addressOf: (id: string) => string;
  topicAddress: (id: string) => string;
  topicName: (id: string) => string;
  /** Writes a day, month or year. */
  formatPeriod: (key: string) => string;
}

/** A result as a list item, with the same structure as in the lists that the build makes. */
export function resultItem(
  { paper, formulas }: ResultDocument,
  found: ReadonlySet<string>,
  context: ItemContext,
): HTMLElement {
  const nodes = (spans: TextSpan[]) =>
    spans.map(({ text, formula: isFormula, matched }) => {
      const node = isFormula ? formula(text, formulas[text]) : document.createTextNode(text);
      return matched ? element("mark", {}, node) : node;
    });
  const title = nodes(highlight(paper.title, found));
  const summary = nodes(excerpt(paper.abstract, found));
  const aliases = paper.aliases?.join(" ");
  const { published } = paper;
  const attributes = {
    "data-paper": paper.id,
    "data-title": paper.titleText,
    ...(aliases ? { "data-aliases": aliases } : {}),
    ...(published ? { "data-published": published } : {}),
  };
  return element(
    "li",
    attributes,
    element(
      "article",
      { class: "entry" },
      element("h2", { dir: "auto" }, element("a", { href: context.addressOf(paper.id) }, ...title)),
      element("p", { class: "search-excerpt", dir: "auto" }, ...summary),
      factsOf(paper, context),
    ),
  );
}

function dateOf(
  { published }: ResultDocument["paper"],
  { formatPeriod }: ItemContext,
): HTMLElement {
  const date = published
    ? element("time", { datetime: published }, formatPeriod(published))
    : element("span", {}, paperLabels.undated);
  return element("span", { class: "date" }, date);
}

const mostTopics = 3;

/** Date, authors, organization and topics. */
function factsOf(paper: ResultDocument["paper"], context: ItemContext): HTMLElement {
  const { authors = [], authorsCount, organization, topics = [] } = paper;
  const { topicAddress, topicName } = context;
  const names = authors.map((name) => ({ name }));
  const facts = [authorsLine({ authors: names, ...defined({ authorsCount }) }), organization];
  return element(
    "p",
    { class: "facts-line" },
    dateOf(paper, context),
    ...facts
      .filter((fact) => fact !== undefined)
      .map((fact) => element("span", { dir: "auto" }, fact)),
    ...topics
      .slice(0, mostTopics)
      .map((id) => element("a", { href: topicAddress(id) }, topicName(id))),
  );
}
