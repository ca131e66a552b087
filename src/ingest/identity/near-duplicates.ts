import { fnv1a } from "../../text/fnv1a.ts";

/**
 * Two texts that are nearly the same, by their indexes. Their similarity is the share of word pairs
 * that both have among those that either has.
 */
export interface NearDuplicate {
  first: number;
  second: number;
  similarity: number;
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
  texts: readonly string[],
  bands: readonly Bands[] = texts.map(bandsOf),
): NearDuplicate[] {
  // In arrays, since the sets of all texts of an archive would fill the memory.
  const pairsOf = remembered((text) => Uint32Array.from(wordPairs(texts[text] ?? "")).sort());
  const compared = new Set<number>();
  const found: NearDuplicate[] = [];
  const compare = (first: number, second: number) => {
    const pair = first * texts.length + second;
    if (compared.has(pair)) return;
    compared.add(pair);
    const similarity = jaccard(pairsOf(first), pairsOf(second));
    if (similarity >= leastSimilarity) found.push({ first, second, similarity });
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

/** The bands of a text, of which nearly the same texts share some. */
export function bandsOf(text: string): Bands {
  const pairs = wordPairs(text);
  if (pairs.size < fewestPairs) return [];
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

/** Makes each value once. */
function remembered<T>(make: (text: number) => T): (text: number) => T {
  const known = new Map<number, T>();
  return (text) => {
    const old = known.get(text);
    if (old !== undefined) return old;
    const made = make(text);
    known.set(text, made);
    return made;
  };
}

/** The hashes of each two adjacent words. */
function wordPairs(text: string): ReadonlySet<number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes = words.map((word) => fnv1a(word));
  const pairs = new Set<number>();
  for (let at = 1; at < hashes.length; at++) {
    pairs.add((Math.imul(hashes[at - 1] ?? 0, 0x9e3779b1) ^ (hashes[at] ?? 0)) >>> 0);
  }
  return pairs;
}

/** The minimum of the hashes under each of many hash functions: the MinHash signature of a set. */
function signature(pairs: ReadonlySet<number>): Uint32Array {
  const minima = new Uint32Array(bandsOfText * rows).fill(0xffffffff);
  for (const pair of pairs) {
    for (let at = 0; at < minima.length; at++) {
      let mixed = Math.imul(pair ^ (at * 0x9e3779b9), 0x85ebca6b);
      mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
      mixed = (mixed ^ (mixed >>> 16)) >>> 0;
      if (mixed < (minima[at] ?? 0)) minima[at] = mixed;
    }
  }
  return minima;
}

/** The share of the numbers in either array that are in both. Both are sorted, without repetitions. */
function jaccard(a: Uint32Array, b: Uint32Array): number {
  let [shared, inA, inB] = [0, 0, 0];
  while (inA < a.length && inB < b.length) {
    const [one = 0, other = 0] = [a[inA], b[inB]];
    if (one === other) shared += 1;
    if (one <= other) inA += 1;
    if (other <= one) inB += 1;
  }
  const all = a.length + b.length - shared;
  return all === 0 ? 0 : shared / all;
}
