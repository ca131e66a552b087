import type { SearchSource } from "./record.ts";

/**
 * Who wrote which papers. Names are many, so they are apart from the archive's other facts and are
 * loaded only when a reader narrows a search down by author.
 */
export interface Authorship {
  /** Names, those of most papers first. */
  names: string[];
  /** Places in `names`, by paper number. */
  papers: number[][];
}

export function authorshipOf(sources: readonly SearchSource[]): Authorship {
  const counts = new Map<string, number>();
  const written = sources.map(({ paper }) => [...new Set(paper.authors.map(({ name }) => name))]);
  for (const name of written.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts.keys()].sort(
    (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1),
  );
  const places = new Map(names.map((name, place) => [name, place]));
  return {
    names,
    papers: written.map((all) => all.flatMap((name) => places.get(name) ?? [])),
  };
}
