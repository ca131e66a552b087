import { precision, type TermVectors } from "../terms/term-vectors.ts";

/** For each term, the papers that have it: those from `starts[term]` to `starts[term + 1]`, by number. */
export interface Postings {
  starts: Uint32Array;
  papers: Uint32Array;
  weights: Uint16Array;
}

/**
 * The weights of vectors as integers. Integers take less memory, and their sums are exact and do not depend on the
 * order.
 */
export function integersOf({ weights }: Pick<TermVectors, "weights">): Uint16Array {
  const integers = new Uint16Array(weights.length);
  for (let at = 0; at < weights.length; at++) {
    integers[at] = Math.min(2 ** 16 - 1, (weights[at] ?? 0) * precision);
  }
  return integers;
}

/** The inverted index of vectors with weights as integers: of all terms, or of those that are 1 in a list. */
export function invert(
  { ids, keys, starts, terms }: TermVectors,
  weights: Uint16Array,
  isWanted: Uint8Array = new Uint8Array(keys.length).fill(1),
): Postings {
  const ends = new Uint32Array(keys.length + 1);
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at] ?? 0;
    ends[term + 1] = (ends[term + 1] ?? 0) + (isWanted[term] ?? 0);
  }
  for (let term = 0; term < keys.length; term++) {
    ends[term + 1] = (ends[term + 1] ?? 0) + (ends[term] ?? 0);
  }
  const next = ends.slice();
  const size = ends[keys.length] ?? 0;
  const index = { starts: ends, papers: new Uint32Array(size), weights: new Uint16Array(size) };
  for (let paper = 0; paper < ids.length; paper++) {
    for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at++) {
      const term = terms[at] ?? 0;
      if (isWanted[term] === 0) continue;
      const post = next[term] ?? 0;
      next[term] = post + 1;
      index.papers[post] = paper;
      index.weights[post] = weights[at] ?? 0;
    }
  }
  return index;
}
