import type { Normalised, Word } from "../text/normalise.ts";

/**
 * The positions of a frequent word take many bytes, so a phrase of two such words would load much.
 * Each pair of frequent words that occur side by side has a key of its own, with this in the middle.
 */
const pairSeparator = "ⴲ";

/** Whether a key is that of a pair. */
export function isPairKey(key: string): boolean {
  return key.includes(pairSeparator);
}

/** The number of occurrences from which a word is frequent. Its positions then take about 7 kB. */
const minOccurrences = 5000;

/** The keys of the frequent words, in alphabetical order. */
export function frequentWords(texts: Iterable<Normalised>): string[] {
  const counts = new Map<string, number>();
  for (const { words } of texts) {
    for (const { key, stop } of words) if (!stop) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].flatMap(([key, count]) => (count >= minOccurrences ? [key] : [])).sort();
}

/** The keys of all pairs of frequent words in a text, each once. */
export function pairKeys(
  { words }: { words: readonly Word[] },
  frequent: ReadonlySet<string>,
): string[] {
  const keys = words.map(({ key, stop }) => (stop ? undefined : key));
  const pairs = keys.flatMap((key, at) => pairKey([key, keys[at + 1]], frequent) ?? []);
  return [...new Set(pairs)];
}

/** The key of a phrase; undefined if it is not a pair of frequent words. */
export function pairKey(
  keys: readonly (string | undefined)[],
  frequent: ReadonlySet<string>,
): string | undefined {
  const [one, two, third] = keys;
  if (one === undefined || two === undefined || third !== undefined) return undefined;
  return frequent.has(one) && frequent.has(two) ? one + pairSeparator + two : undefined;
}
