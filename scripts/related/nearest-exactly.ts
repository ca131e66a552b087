import type { TermVectors } from "../../src/archive/terms/term-vectors.ts";

/** The most similar papers of a paper, by comparing it with all others. */
export function nearestExactly(
  { ids, keys, starts, terms, weights }: TermVectors,
  { most, least }: { most: number; least: number },
): (paper: number) => string[] {
  const own = new Float64Array(keys.length);
  return (paper) => {
    const [start, end] = [starts[paper] ?? 0, starts[paper + 1] ?? 0];
    for (let at = start; at < end; at++) own[terms[at] ?? 0] = weights[at] ?? 0;
    const scored = ids.map((id, other) => {
      let score = 0;
      for (let at = starts[other] ?? 0; at < (starts[other + 1] ?? 0); at++) {
        score += (own[terms[at] ?? 0] ?? 0) * (weights[at] ?? 0);
      }
      return { id, score: other === paper ? 0 : score };
    });
    for (let at = start; at < end; at++) own[terms[at] ?? 0] = 0;
    return scored
      .filter(({ score }) => score >= least)
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, most)
      .map(({ id }) => id);
  };
}
