import type { TermVectors } from "../terms/term-vectors.ts";

/** For each term, the papers of a block that have it. */
export interface PackedPostings {
  starts: Uint32Array;
  /** The number of a paper in its block in the upper half of the bits, its weight in the lower half. */
  posts: Uint32Array;
}

/** The inverted index of the papers from `first` to before `last`, at most 2^16, without the terms that are 1 in a list. */
export function packBlock(
  { keys, starts, terms }: TermVectors,
  weights: Uint16Array,
  { first, last, without }: { first: number; last: number; without: Uint8Array },
): PackedPostings {
  const [from, to] = [starts[first] ?? 0, starts[last] ?? 0];
  const ends = new Uint32Array(keys.length + 1);
  for (let at = from; at < to; at++) {
    const term = terms[at] ?? 0;
    if (without[term] === 0) ends[term + 1] = (ends[term + 1] ?? 0) + 1;
  }
  for (let term = 0; term < keys.length; term++) {
    ends[term + 1] = (ends[term + 1] ?? 0) + (ends[term] ?? 0);
  }
  const next = ends.slice();
  const posts = new Uint32Array(ends[keys.length] ?? 0);
  for (let paper = first; paper < last; paper++) {
    for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at++) {
      const term = terms[at] ?? 0;
      if (without[term] === 1) continue;
      const post = next[term] ?? 0;
      next[term] = post + 1;
      posts[post] = ((paper - first) << 16) | (weights[at] ?? 0);
    }
  }
  return { starts: ends, posts };
}

/** Adds the products of a weight and those of some posts to the scores of their papers, by their numbers in the block. */
export function addPacked(
  scores: Uint32Array,
  weight: number,
  posts: Uint32Array,
  start: number,
  end: number,
): void {
  for (let at = start; at < end; at++) {
    const post = posts[at] ?? 0;
    const paper = post >>> 16;
    scores[paper] = (scores[paper] ?? 0) + Math.imul(weight, post & 0xffff);
  }
}
