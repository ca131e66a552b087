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
export const minOccurrences = 5000;

/** The key of a phrase; undefined if it is not a pair of frequent words. */
export function pairKey(
  keys: readonly (string | undefined)[],
  frequent: ReadonlySet<string>,
): string | undefined {
  const [one, two, third] = keys;
  if (one === undefined || two === undefined || third !== undefined) return undefined;
  return frequent.has(one) && frequent.has(two) ? one + pairSeparator + two : undefined;
}
