import type { TermVectors } from "../terms/term-vectors.ts";

/** For each term, the papers that have it: those from `starts[term]` to `starts[term + 1]`. */
export interface Postings {
  starts: Uint32Array;
  papers: Uint32Array;
  weights: Uint16Array;
}

const scale = 2 ** 14;

/** A weight as an integer. Integers take less memory, and their sums do not depend on the order. */
export function toInteger(weight: number): number {
  return Math.round(Math.min(1, weight) * scale);
}

/** What a shared term adds to a score: more than nothing, and so little that no sum is too large for 32 bits. */
export function partOf(weight: number, other: number): number {
  return ((weight * other) >>> 6) + 1;
}

/** The inverted index of vectors. */
export function invert({ ids, keys, starts, terms, weights }: TermVectors): Postings {
  const ends = new Uint32Array(keys.length + 1);
  for (const term of terms) ends[term + 1] = (ends[term + 1] ?? 0) + 1;
  for (let term = 0; term < keys.length; term++) {
    ends[term + 1] = (ends[term + 1] ?? 0) + (ends[term] ?? 0);
  }
  const next = ends.slice();
  const index = {
    starts: ends,
    papers: new Uint32Array(terms.length),
    weights: new Uint16Array(terms.length),
  };
  for (let paper = 0; paper < ids.length; paper++) {
    for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at++) {
      const term = terms[at] ?? 0;
      const post = next[term] ?? 0;
      next[term] = post + 1;
      index.papers[post] = paper;
      index.weights[post] = toInteger(weights[at] ?? 0);
    }
  }
  return index;
}
