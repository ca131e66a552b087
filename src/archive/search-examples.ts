import type { PaperEntry } from "../schemas/paper.ts";
import { readNames } from "./citations/names.ts";
import { placeInTime } from "./order.ts";

/** Words of a phrase in an example. */
const phraseWords = 3;

/**
 * Queries that find something in this archive, one for each way to search: words in order, an author and a
 * year, a topic and a year, code. `papers` have the newest first.
 */
export function searchExamples(papers: readonly PaperEntry[]): string[] {
  return [
    firstOf(papers, phraseOf),
    firstOf(papers, authorAndYear),
    firstOf(papers, topicAndYear),
    papers.some(({ links }) => links.some(({ kind }) => kind === "code")) ? "has:code" : undefined,
  ].filter((query) => query !== undefined);
}

function firstOf(
  papers: readonly PaperEntry[],
  make: (paper: PaperEntry) => string | undefined,
): string | undefined {
  for (const paper of papers) {
    const query = make(paper);
    if (query !== undefined) return query;
  }
  return undefined;
}

/** Words of a title in quotation marks; only plain words, since signs mean something in a query. */
function phraseOf({ titleText }: PaperEntry): string | undefined {
  const run = /(?:(?<![^\s:])\p{L}{4,}(?:\s|$)){3,}/u.exec(titleText)?.[0];
  const words = run?.trim().split(/\s+/).slice(0, phraseWords);
  return words ? `"${words.join(" ").toLowerCase()}"` : undefined;
}

function authorAndYear(paper: PaperEntry): string | undefined {
  const [name] = readNames(paper.authors.map(({ name }) => name));
  const family = name && "family" in name ? name.family : undefined;
  const year = yearOf(paper);
  if (family === undefined || year === undefined || !/^\p{L}{3,}$/u.test(family)) return undefined;
  return `author:${family} year:${year}`;
}

function topicAndYear(paper: PaperEntry): string | undefined {
  const [topic] = paper.topics;
  const year = yearOf(paper);
  return topic && year !== undefined ? `topic:${topic.id} year:${year}` : undefined;
}

function yearOf(paper: PaperEntry): string | undefined {
  return placeInTime(paper)?.slice(0, 4);
}
