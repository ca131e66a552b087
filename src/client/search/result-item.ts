import type { Addresses } from "../../archive/addresses.ts";
import { firstAuthors } from "../../archive/authors-line.ts";
import type { DateFormats } from "../../archive/dates.ts";
import { organizationKey } from "../../archive/organization-key.ts";
import { rowDates } from "../../archive/row-dates.ts";
import { paperLabels } from "../../i18n/strings.ts";
import { defined } from "../../schemas/defined.ts";
import type { ResultDocument } from "../../search/engine/open-search.ts";
import { excerpt, highlight, type TextSpan } from "../../search/text/excerpt.ts";
import { element } from "../element.ts";
import { formula } from "./formula.ts";
import { resultBadges } from "./result-badges.ts";

/** What a result needs to know about the site. */
export interface ItemContext {
  addresses: Addresses;
  topicName: (id: string) => string;
  dates: DateFormats;
  /** Whether upvotes and links are in the list's margin, and not among the facts. */
  margin: boolean;
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
  const { published, upvotes } = paper;
  const { addresses, margin } = context;
  const attributes = {
    "data-paper": paper.id,
    "data-title": paper.titleText,
    ...(aliases ? { "data-aliases": aliases } : {}),
    ...(published ? { "data-published": published } : {}),
    ...(upvotes ? { "data-upvotes": String(upvotes) } : {}),
  };
  const badges = resultBadges(paper);
  const entry = [
    element(
      "article",
      { class: "entry" },
      element("h2", { dir: "auto" }, element("a", { href: addresses.paper(paper.id) }, ...title)),
      element("p", { class: "search-excerpt", dir: "auto" }, ...summary),
      factsOf(paper, context, margin ? [] : badges),
    ),
  ];
  if (margin && badges.length > 0) entry.push(element("p", { class: "badges" }, ...badges));
  return element("li", attributes, ...entry);
}

const mostTopics = 3;
const mostTopicsBesideNames = 2;

/** Authors, dates, organization, topics and badges, in the order of other lists. */
function factsOf(
  { authors = [], authorsCount, organization, topics = [], ...paper }: ResultDocument["paper"],
  { addresses, topicName, dates }: ItemContext,
  badges: readonly HTMLElement[],
): HTMLElement {
  const { first, others } = firstAuthors({
    authors: authors.map((name) => ({ name })),
    ...defined({ authorsCount, reference: paper.work }),
  });
  const names = first.flatMap(({ name }, index) => [
    index > 0 ? ", " : "",
    element("a", { href: addresses.authorSearch(name) }, name),
  ]);
  const unnamed = authorsCount === undefined ? [] : [paperLabels.authors(authorsCount)];
  const byline = names.length > 0 ? [...names, others] : unnamed;
  const { organizationHandle: handle, listed, published } = paper;
  const when = rowDates({ listed: listed ? [listed] : [], published }, dates).map(({ key, text }) =>
    element("time", { datetime: key }, text),
  );
  return element(
    "p",
    { class: "facts-line" },
    ...(byline.length > 0 ? [element("span", { dir: "auto" }, ...byline)] : []),
    ...(when.length > 0 ? when : [paperLabels.undated]).map((date) =>
      element("span", { class: "date" }, date),
    ),
    ...(organization && handle
      ? [
          element(
            "a",
            { href: addresses.organization(organizationKey(handle)), dir: "auto" },
            organization,
          ),
        ]
      : []),
    ...topics
      .slice(0, first.length > 0 ? mostTopicsBesideNames : mostTopics)
      .map((id) => element("a", { class: "topic", href: addresses.topic(id) }, topicName(id))),
    ...badges,
  );
}
