import type { WordPairs } from "./word-pairs.ts";

/**
 * Two texts that are nearly the same, by their indexes. Their similarity is the share of word pairs
 * that both have among those that either has.
 */
export interface NearDuplicate {
  first: number;
  second: number;
  similarity: number;
}

/** How similar texts were that were compared. */
export interface ComparedTexts {
  /** Their digests. */
  texts: string[];
  /** Two places in this list and a similarity, one pair after the other. */
  pairs: number[];
}

/** Versions of one abstract reach this similarity; papers of one series do not. */
export const leastSimilarity = 0.35;

// Texts with fewer word pairs are too short to compare.
const fewestPairs = 30;
const bandsOfText = 32;
const rows = 4;

/** What nearly the same texts have in common: a hash for each band. None of a text that is too short. */
export type Bands = readonly number[];

/**
 * Finds texts that are nearly the same, by MinHash: only texts that share a band are compared, so that the
 * time grows with the number of texts and not with its square. `bands` has those of each text.
 */
export function nearDuplicates(
  bands: readonly Bands[],
  similarityOf: (first: number, second: number) => number,
): NearDuplicate[] {
  const compared = new Set<number>();
  const found: NearDuplicate[] = [];
  const compare = (first: number, second: number) => {
    const pair = first * bands.length + second;
    if (compared.has(pair)) return;
    compared.add(pair);
    const share = similarityOf(first, second);
    if (share >= leastSimilarity) found.push({ first, second, similarity: share });
  };
  for (let band = 0; band < bandsOfText; band++) {
    const buckets = new Map<number, [first: number, last: number]>();
    for (const [text, own] of bands.entries()) {
      const key = own[band];
      if (key === undefined) continue;
      const bucket = buckets.get(key);
      if (!bucket) buckets.set(key, [text, text]);
      else {
        // Comparing all pairs in a bucket of a thousand copies would take half a million
        // comparisons. Comparing each text with the first and the previous one is enough to join
        // copies.
        compare(bucket[0], text);
        if (bucket[1] !== bucket[0]) compare(bucket[1], text);
        bucket[1] = text;
      }
    }
  }
  return found.sort((a, b) => a.first - b.first || a.second - b.second);
}

/** The bands of a text with these word pairs. Nearly the same texts share some. */
export function bandsOf(pairs: WordPairs): Bands {
  if (pairs.length < fewestPairs) return [];
  const minima = signature(pairs);
  return Array.from({ length: bandsOfText }, (_, band) => {
    // Texts that share a hash by chance are only compared in vain.
    let hash = 0;
    for (const minimum of minima.subarray(band * rows, (band + 1) * rows)) {
      hash = Math.imul(hash ^ minimum, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return hash >>> 0;
  });
}

/** The minimum of the hashes under each of many hash functions: the MinHash signature of a set. */
function signature(pairs: WordPairs): Uint32Array {
  const minima = new Uint32Array(bandsOfText * rows);
  for (let at = 0; at < minima.length; at++) {
    const salt = at * 0x9e3779b9;
    let least = 0xffffffff;
    for (let index = 0; index < pairs.length; index++) {
      let mixed = Math.imul((pairs[index] ?? 0) ^ salt, 0x85ebca6b);
      mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
      mixed = (mixed ^ (mixed >>> 16)) >>> 0;
      if (mixed < least) least = mixed;
    }
    minima[at] = least;
  }
  return minima;
}

/** The share of the numbers in either array that are in both. Both are sorted, without repetitions. */
export function similarity(a: WordPairs, b: WordPairs): number {
  let [shared, inA, inB] = [0, 0, 0];
  while (inA < a.length && inB < b.length) {
    const one = a[inA] ?? 0;
    const other = b[inB] ?? 0;
    if (one === other) shared += 1;
    if (one <= other) inA += 1;
    if (other <= one) inB += 1;
  }
  const all = a.length + b.length - shared;
  return all === 0 ? 0 : shared / all;
}
