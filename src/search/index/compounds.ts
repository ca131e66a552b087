import type { Normalised, Word } from "../text/normalise.ts";

/**
 * The two-part words that an archive writes with a hyphen somewhere: the joined form, with its
 * parts. By them `on policy` and `onpolicy` are indexed like `on-policy`.
 */
export type KnownCompounds = ReadonlyMap<string, readonly [string, string]>;

/** Collects the hyphenated words of texts. */
export function knownCompounds(texts: Iterable<Normalised>): KnownCompounds {
  const known = new Map<string, readonly [string, string]>();
  for (const { words, compounds } of texts) {
    for (const { key, first, count } of compounds) {
      const [one, two] = [words[first], words[first + 1]];
      if (count !== 2 || !one || !two || !letters(one) || !letters(two)) continue;
      if (!known.has(key)) known.set(key, [one.key, two.key]);
    }
  }
  return known;
}

function letters({ form }: Word): boolean {
  return form.length > 1 && /^\p{L}+$/u.test(form);
}

/** The keys by which a text is found beyond its own words: compounds written in any of three ways. */
export function furtherKeys(
  { words, compounds }: Normalised,
  known: KnownCompounds,
  join: (one: Word, two: Word) => string,
): string[] {
  const keys = new Set(compounds.map(({ key }) => key));
  const own = new Set(words.map(({ key }) => key));
  for (const [index, word] of words.entries()) {
    const parts = known.get(word.key);
    for (const part of parts ?? []) if (!own.has(part)) keys.add(part);
    const next = words[index + 1];
    if (!next || !letters(word) || !letters(next)) continue;
    const joined = join(word, next);
    if (known.has(joined)) keys.add(joined);
  }
  return [...keys].filter((key) => !own.has(key));
}
