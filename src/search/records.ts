import { placeInTime } from "../archive/order.ts";
import { markdownText } from "../archive/render-markdown.ts";
import type { PaperEntry } from "../schemas/paper.ts";

/** A paper as the search index gets it. All values are plain text. */
export interface SearchRecord {
  url: string;
  language: string;
  content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  sort: Record<string, string>;
}

export interface RecordContext {
  language: string;
  /** The address of a paper's page. */
  addressOf: (id: string) => string;
  topicName: (id: string) => string;
}

/**
 * One record a paper, made from its data and not from its page: a formula is in it once, as its
 * source.
 */
export function searchRecord(
  paper: PaperEntry,
  abstractText: string,
  { language, addressOf, topicName }: RecordContext,
): SearchRecord {
  const topics = paper.topics.map(({ id }) => topicName(id));
  const date = placeInTime(paper) ?? "";
  const year = date.slice(0, 4);
  const authors = paper.authors.map(({ name }) => name);
  // Readers type a formula as `G^2RPO` too, which its plain form, G²RPO, does not hold.
  const title = markdownText(paper.title);
  const titleSource = title === paper.titleText ? "" : title;
  const names = [paper.organization?.name, ...authors].filter((name) => name !== undefined);
  return {
    url: addressOf(paper.id),
    language,
    content: [paper.titleText, abstractText, [...names, ...topics].join(", "), titleSource]
      .filter((part) => part !== "")
      .join("\n\n"),
    meta: {
      title: paper.titleText,
      ...(paper.published ? { published: paper.published } : {}),
      ...(topics.length > 0 ? { topics: topics.join(", ") } : {}),
      ...(paper.organization ? { organization: paper.organization.name } : {}),
    },
    filters: {
      topic: topics,
      ...(year ? { year: [year] } : {}),
      ...(paper.organization ? { organization: [paper.organization.name] } : {}),
    },
    sort: { date },
  };
}
