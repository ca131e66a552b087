import { topicOfKey } from "../terms/count-terms.ts";
import type { TermVectors } from "../terms/term-vectors.ts";
import { bestFirst, bestPapers } from "./best-papers.ts";

/** A related paper, and the terms that both share. */
export interface Related {
  id: string;
  /** The cosine of the two papers' vectors, 0 to 1. */
  score: number;
  /** Shared words and word pairs by key, with their share of the score, largest first. */
  shared: SharedTerm[];
}

/** A term that two papers share, in display form. */
export interface SharedTerm {
  key: string;
  part: number;
}

const most = 5;
// Below these thresholds, two papers share a word or a topic, but not a subject.
const leastScore = 0.1;
const leastOfWords = 0.03;

/**
 * Compares a paper with candidates by all terms: the most similar ones, best first, at most five, all with a word in
 * common. Of equal ones, the first by id comes first.
 */
export function nearestOf(vectors: TermVectors) {
  const { ids, keys, starts, terms, weights } = vectors;
  // The weights of the paper that is compared, by term.
  const own = new Float32Array(keys.length);
  const best = bestPapers(most);
  return (paper: number, candidates: Uint32Array): Related[] => {
    const [start, end] = [starts[paper] ?? 0, starts[paper + 1] ?? 0];
    for (let at = start; at < end; at++) own[terms[at] ?? 0] = weights[at] ?? 0;
    for (const other of candidates) {
      let score = 0;
      const last = starts[other + 1] ?? 0;
      for (let at = starts[other] ?? 0; at < last; at++) {
        score += (own[terms[at] ?? 0] ?? 0) * (weights[at] ?? 0);
      }
      if (score >= leastScore) best.add(other, score);
    }
    const related = best
      .take()
      .sort(bestFirst)
      .map(({ paper: other, score }) => ({
        id: ids[other] ?? "",
        score,
        shared: sharedTerms(vectors, own, other),
      }));
    for (let at = start; at < end; at++) own[terms[at] ?? 0] = 0;
    return related.filter(({ shared }) => sumOf(shared) >= leastOfWords);
  };
}

function sharedTerms(
  { keys, starts, terms, weights }: TermVectors,
  own: Float32Array,
  other: number,
): SharedTerm[] {
  const shared: SharedTerm[] = [];
  for (let at = starts[other] ?? 0; at < (starts[other + 1] ?? 0); at++) {
    const term = terms[at] ?? 0;
    const part = (own[term] ?? 0) * (weights[at] ?? 0);
    const key = keys[term] ?? "";
    if (part > 0 && topicOfKey(key) === undefined) shared.push({ key, part });
  }
  return shared.sort((a, b) => b.part - a.part || (a.key < b.key ? -1 : 1));
}

function sumOf(shared: readonly SharedTerm[]): number {
  return shared.reduce((sum, { part }) => sum + part, 0);
}
