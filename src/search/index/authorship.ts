import type { SearchSource } from "./record.ts";

/**
 * Who wrote which papers. There are many names, so they are stored apart from the archive's other
 * facts and loaded only when a reader filters by author.
 */
export interface Authorship {
  /** Names, those with the most papers first. */
  names: string[];
  /** Indexes into `names`, by paper number. */
  papers: number[][];
}

/** Collects the authors of papers, which are in the order of their numbers. */
export function authorshipOf(sources: readonly SearchSource[]): Authorship {
  const counts = new Map<string, number>();
  const authors = sources.map(({ paper }) => [...new Set(paper.authors.map(({ name }) => name))]);
  for (const name of authors.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts.keys()].sort(
    (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1),
  );
  const indexes = new Map(names.map((name, index) => [name, index]));
  return {
    names,
    papers: authors.map((all) => all.flatMap((name) => indexes.get(name) ?? [])),
  };
}
