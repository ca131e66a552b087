import { plainWords } from "../../src/archive/terms/plain-words.ts";
import { termKeys } from "../../src/archive/terms/split-terms.ts";

/** A paper to learn from, with its texts as the source prints them. */
export interface Example {
  title: string;
  abstract: string;
}

/** The number of papers with a term, and how specific the term is to a subject, 0 to 1. */
export interface Group {
  papers: number;
  topical: number;
  terms: string;
}

const fewestPapers = { word: 15, pair: 30 };

interface Count {
  papers: number;
  inTitle: number;
  mentions: number;
}

/**
 * Counts the papers in which each word and pair occurs, and measures how topical it is. Words that
 * name a subject ("bandit") occur in titles and several times in an abstract; common academic words
 * ("consequently") do not. Terms with similar figures share a group.
 */
export function learnBackground(examples: readonly Example[]): Group[] {
  const counts = new Map<string, Count>();
  for (const { title, abstract } of examples) {
    const inTitle = new Set(keysOf(title));
    const mentions = new Map<string, number>([...inTitle].map((key) => [key, 0]));
    for (const key of keysOf(abstract)) mentions.set(key, (mentions.get(key) ?? 0) + 1);
    for (const [key, number] of mentions) {
      const count = counts.get(key) ?? { papers: 0, inTitle: 0, mentions: 0 };
      count.papers += 1;
      count.inTitle += inTitle.has(key) ? 1 : 0;
      count.mentions += number;
      counts.set(key, count);
    }
  }
  const kept = [...counts].filter(
    ([key, { papers }]) => papers >= (key.includes(" ") ? fewestPapers.pair : fewestPapers.word),
  );
  const groups = Map.groupBy(kept, ([, count]) => `${level(count.papers)} ${topicality(count)}`);
  return [...groups]
    .map(([name, members]) => {
      const [papers = 0, topical = 0] = name.split(" ").map(Number);
      return {
        papers,
        topical,
        terms: members
          .map(([key]) => key)
          .sort()
          .join(","),
      };
    })
    .sort((a, b) => b.papers - a.papers || b.topical - a.topical);
}

function keysOf(text: string): string[] {
  return termKeys(plainWords(text));
}

/** Counts in steps of a fifth: finer ones would not change any weight noticeably. */
function level(papers: number): number {
  return Math.round(1.2 ** Math.round(Math.log(papers) / Math.log(1.2)));
}

/** Figures from few papers are unreliable, so they are moved towards those of a common word. */
function topicality({ papers, inTitle, mentions }: Count): number {
  const titles = (inTitle + 0.6) / (papers + 10);
  const repeats = (mentions + 13.5) / (papers + 10);
  const standing = Math.min(1, Math.sqrt(titles / 0.25));
  const returning = Math.min(1, Math.max(0, (repeats - 1.05) / 0.6));
  return Math.round(10 * (0.08 + 0.92 * Math.sqrt(standing * returning))) / 10;
}
