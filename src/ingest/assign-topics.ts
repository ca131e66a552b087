import { plainText } from "../math/tree-text.ts";
import { assign, type Matcher, type TopicalPaper } from "../topics/matcher/matcher.ts";
import { digestOf, type Memory, recall } from "./memory.ts";
import type { Paper, TopicPaper } from "./paper.ts";

/** Formats of libraries, in which people file papers by keywords. */
const libraries = new Set(["bibtex", "ris", "csl-json", "zotero-json", "reading-list-yaml"]);

/** Gives papers their topics, each with the phrases that are evidence for it, unless these are remembered. */
export function topicsFrom(
  matcher: Matcher,
  { topics: remembered }: Pick<Memory, "topics">,
): (paper: Paper) => TopicPaper {
  const taxonomy = digestOf(matcher.topics);
  return (paper) => {
    const topical = topicalPaper(paper);
    const key = digestOf(taxonomy, topical);
    return { ...paper, topics: recall(remembered, key, () => assign(topical, matcher).topics) };
  };
}

function topicalPaper(paper: Paper): TopicalPaper {
  const abstractText = paper.abstract.map(({ children }) => plainText(children)).join("\n\n");
  const { titleText, keywords, categories, collections, sources, venue } = paper;
  const isFiled =
    sources.some(({ format }) => libraries.has(format)) &&
    !sources.some(({ format }) => format === "daily-papers-api");
  return {
    titleText,
    abstractText,
    keywords,
    categories,
    collections,
    isFiled,
    venue: venue?.name,
  };
}
