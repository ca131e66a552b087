import { plainText } from "../math/tree-text.ts";
import { assign, type Matcher } from "../topics/matcher/matcher.ts";
import type { Paper, TopicPaper } from "./paper.ts";

/** Formats of libraries, in which people file papers by keywords. */
const libraries = new Set(["bibtex", "ris", "csl-json", "zotero-json", "reading-list-yaml"]);

/** Gives a paper its topics, each with the phrases that are evidence for it. */
export function assignTopics(paper: Paper, matcher: Matcher): TopicPaper {
  const abstractText = paper.abstract.map(({ children }) => plainText(children)).join("\n\n");
  const { titleText, keywords, categories, collections, sources, venue } = paper;
  const isFiled =
    sources.some(({ format }) => libraries.has(format)) &&
    !sources.some(({ format }) => format === "daily-papers-api");
  const topical = {
    titleText,
    abstractText,
    keywords,
    categories,
    collections,
    isFiled,
    venue: venue?.name,
  };
  return { ...paper, ...assign(topical, matcher) };
}
