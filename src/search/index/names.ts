import anyAscii from "any-ascii";
import type { PaperEntry } from "../../schemas/paper.ts";
import { type NamePart, nameParts, writeNameParts } from "../text/name-parts.ts";
import { stopWords } from "../text/stop-words.ts";
import { nameForms } from "./name-keys.ts";

/** A name, as `writeNameParts` writes it, and its papers: the first number, then the differences. */
export type NamedPapers = [name: string, papers: number[]];

/** The names that have a word, by words in alphabetical order. */
export type Names = [word: string, names: NamedPapers[]][];

/** The parts of an author's name, also in Latin letters if it is in others. */
export function authorParts(name: string): NamePart[] {
  return nameParts(name, anyAscii);
}

/** Collects the names of papers, which are in the order of their numbers. */
export function namesOf(sources: readonly { paper: Pick<PaperEntry, "authors"> }[]): Names {
  const papersOf = new Map<string, { parts: NamePart[]; papers: number[] }>();
  for (const [paper, source] of sources.entries()) {
    for (const { name } of source.paper.authors) {
      const parts = authorParts(name);
      const written = writeNameParts(parts);
      const known = papersOf.get(written) ?? { parts, papers: [] };
      if (known.papers.at(-1) !== paper) known.papers.push(paper);
      papersOf.set(written, known);
    }
  }
  const words = new Map<string, NamedPapers[]>();
  for (const [name, { parts, papers }] of papersOf) {
    const entry: NamedPapers = [name, deltasOf(papers)];
    for (const word of nameForms(parts)) {
      const names = words.get(word) ?? [];
      names.push(entry);
      words.set(word, names);
    }
  }
  return [...words].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The stop words by which authors are called, such as "He". */
export function stopNamesOf(names: Names): string[] {
  return names.flatMap(([word]) => (stopWords.has(word) ? [word] : []));
}

function deltasOf(numbers: readonly number[]): number[] {
  return numbers.map((number, at) => number - (numbers[at - 1] ?? 0));
}

/** How many names one file has, unless more have one word. */
const namesPerPart = 500;

/** Splits names into parts, one for each file, with the first word of each. */
export function splitNames(names: Names): { firstWords: string[]; parts: Names[] } {
  const parts: Names[] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const entry of names) {
    const [, { length }] = entry;
    if (size + length > namesPerPart) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(entry);
    size += length;
  }
  return { firstWords: parts.map(([first]) => first?.[0] ?? ""), parts };
}
