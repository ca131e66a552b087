import { topicOfKey } from "../terms/count-terms.ts";
import type { TermVectors } from "../terms/term-vectors.ts";

/** A related paper by its number, and the terms that both share. */
export interface Related {
  paper: number;
  /** Shared words and word pairs by key, with their share of the cosine, largest first. */
  shared: SharedTerm[];
}

/** A term that two papers share, in display form. */
export interface SharedTerm {
  key: string;
  part: number;
}

// Below it, two papers share a topic, but not a subject.
const leastOfWords = 0.03;

/** Makes a function that keeps those of the papers nearest to one that have words in common with it. */
export function relatedBy(vectors: TermVectors) {
  const { keys, starts, terms, weights } = vectors;
  // The weights of the paper that is compared, by term.
  const own = new Float32Array(keys.length);
  return (paper: number, nearest: readonly number[]): Related[] => {
    const [start, end] = [starts[paper] ?? 0, starts[paper + 1] ?? 0];
    for (let at = start; at < end; at++) own[terms[at] ?? 0] = weights[at] ?? 0;
    const related = nearest.map((other) => ({
      paper: other,
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
