import { number } from "../format.ts";
import { paperLabels } from "./paper-labels.ts";

/** The overview of topics and the chart below it. */
export const topicsPage = {
  title: "Topics",
  description: "The topics of this archive and how many papers each has.",
  lede: "Papers get their topics from the words of their titles and abstracts. Each paper’s page shows which words.",
  unsorted: (count: number) =>
    count === 1
      ? "[One paper has no topic](unsorted)."
      : `[${number(count)} papers have no topic](unsorted).`,
  withCode: (count: number) =>
    `[${paperLabels.count(count)}](code) ${count === 1 ? "links" : "link"} to code.`,
  // The heading over an owner's topics that are in no family.
  more: "More",
  byYear: "By year",
  chartTitle: "Papers by topic and year",
  chartDescription: (topics: number, from: number, to: number) =>
    `The ${number(topics)} largest topics from ${from} to ${to}. The stronger the color, the more papers.`,
  largest: (topics: number) => `The ${number(topics)} largest topics.`,
  caption: "Papers by year of publication. The stronger the color, the more papers.",
  topic: "Topic",
};

/** The feed at the address of a topic that no paper has anymore. */
export const goneTopic = {
  description: (topic: string) => `This archive no longer has papers on ${topic}.`,
};

/** A page of one topic. */
export const topicPage = {
  description: (topic: string) => `Papers on ${topic}.`,
  about: "About the topic",
  broader: "Part of",
  narrower: "Subtopics",
  related: "Related topics",
  inCommon: (count: number) => `${paperLabels.count(count)} in common`,
  trendTitle: (topic: string) => `Papers on ${topic} by year`,
  trendDescription: (from: number, to: number, best: number, count: number) =>
    `From ${from} to ${to}. The most in one year: ${number(count)} in ${best}.`,
  trendCaption:
    "Papers by year of publication. Papers without a date count in the year they were listed.",
};

/** The list of papers with a link to code. */
export const withCodePage = {
  title: "Papers with code",
  description: "Papers that link to their code.",
};

/** The list of papers without a topic. */
export const unsortedPage = {
  title: "Unsorted",
  description: "Papers that match no topic of this archive.",
  lede: "The words of these papers match none of the archive’s topics.",
};
