import { plainText } from "../math/tree-text.ts";
import { assign, type Matcher } from "../topics/matcher/matcher.ts";
import type { Paper, TopicPaper } from "./paper.ts";

/** Gives a paper its topics, each with the phrases that are evidence for it. */
export function assignTopics(paper: Paper, matcher: Matcher): TopicPaper {
  const abstractText = paper.abstract.map(({ children }) => plainText(children)).join("\n\n");
  const { titleText, keywords, categories, collections } = paper;
  const topical = { titleText, abstractText, keywords, categories, collections };
  return { ...paper, ...assign(topical, matcher) };
}
