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
const bands = 32;
const rows = 4;

/**
 * Finds texts that are nearly the same, by MinHash: only texts whose signatures share a band are
 * compared, so that the time grows with the number of texts and not with its square.
 */
export function nearDuplicates(texts: readonly string[]): NearDuplicate[] {
  const sets = texts.map(wordPairs);
  const signatures = sets.map((pairs) => (pairs.size < fewestPairs ? undefined : signature(pairs)));
  const compared = new Set<number>();
  const found: NearDuplicate[] = [];
  const compare = (first: number, second: number) => {
    const pair = first * texts.length + second;
    if (compared.has(pair)) return;
    compared.add(pair);
    const similarity = jaccard(sets[first] ?? new Set(), sets[second] ?? new Set());
    if (similarity >= leastSimilarity) found.push({ first, second, similarity });
  };
  for (let band = 0; band < bands; band++) {
    const buckets = new Map<string, number[]>();
    for (const [text, minima] of signatures.entries()) {
      if (!minima) continue;
      const key = minima.subarray(band * rows, (band + 1) * rows).join(" ");
      const bucket = buckets.get(key);
      if (!bucket) buckets.set(key, [text]);
      else {
        // Comparing all pairs in a bucket of a thousand copies would take half a million
        // comparisons. Comparing each text with the first and the previous one is enough to join
        // copies.
        compare(bucket[0] ?? text, text);
        if (bucket.length > 1) compare(bucket.at(-1) ?? text, text);
        bucket.push(text);
      }
    }
  }
  return found.sort((a, b) => a.first - b.first || a.second - b.second);
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
  const minima = new Uint32Array(bands * rows).fill(0xffffffff);
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

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const pair of small) if (large.has(pair)) shared += 1;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}
