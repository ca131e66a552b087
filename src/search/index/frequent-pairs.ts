import type { Normalised, Word } from "../text/normalise.ts";

/**
 * The places of a frequent word are many, so that a phrase of two such words would load much. Where
 * they stand side by side the pair has a key of its own.
 */
const pairMark = "ⴲ";

/** Whether a key is that of a pair, and no word's. */
export function isPairKey(key: string): boolean {
  return key.includes(pairMark);
}

/** A word with so many places takes some seven kilobytes. */
const manyPlaces = 5000;

/** The keys of words that are so frequent that pairs of them are indexed. */
export function frequentWords(texts: Iterable<Normalised>): string[] {
  const counts = new Map<string, number>();
  for (const { words } of texts) {
    for (const { key, stop } of words) if (!stop) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].flatMap(([key, count]) => (count >= manyPlaces ? [key] : [])).sort();
}

/** The keys of all pairs in a text. */
export function pairKeys({ words }: { words: readonly Word[] }, frequent: ReadonlySet<string>) {
  const keys = words.map(({ key, stop }) => (stop ? undefined : key));
  const pairs = keys.flatMap((key, at) => pairKey([key, keys[at + 1]], frequent) ?? []);
  return [...new Set(pairs)];
}

/** The key of a phrase; undefined where it is no pair of frequent words. */
export function pairKey(
  keys: readonly (string | undefined)[],
  frequent: ReadonlySet<string>,
): string | undefined {
  const [one, two, third] = keys;
  if (one === undefined || two === undefined || third !== undefined) return undefined;
  return frequent.has(one) && frequent.has(two) ? one + pairMark + two : undefined;
}
