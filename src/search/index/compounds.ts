import type { Normalised, Word } from "../text/normalise.ts";
import { stem } from "../text/stem.ts";

/**
 * The compounds of two words that the archive hyphenates somewhere: the key of the joined form,
 * with the keys of its parts. With them, `on policy` and `onpolicy` are indexed like `on-policy`.
 */
export type KnownCompounds = ReadonlyMap<string, readonly [string, string]>;

/** Collects the hyphenated compounds of texts. */
export function knownCompounds(texts: Iterable<Normalised>): KnownCompounds {
  const known = new Map<string, readonly [string, string]>();
  for (const { words, compounds } of texts) {
    for (const { key, first, count } of compounds) {
      const [one, two] = [words[first], words[first + 1]];
      if (count !== 2 || !one || !two || !isLetters(one) || !isLetters(two)) continue;
      if (!known.has(key)) known.set(key, [one.key, two.key]);
    }
  }
  return known;
}

/** The key of two words written as one. */
export function joinedKey(one: Word, two: Word): string {
  return stem(one.form + two.form);
}

/**
 * Further keys of a text besides those of its words: its compounds, in each spelling of the
 * archive.
 */
export function compoundKeys({ words, compounds }: Normalised, known: KnownCompounds): string[] {
  const keys = new Set(compounds.map(({ key }) => key));
  const own = new Set(words.map(({ key }) => key));
  for (const [index, word] of words.entries()) {
    for (const part of known.get(word.key) ?? []) keys.add(part);
    const next = words[index + 1];
    if (!next || !isLetters(word) || !isLetters(next)) continue;
    const joined = joinedKey(word, next);
    if (known.has(joined)) keys.add(joined);
  }
  return [...keys].filter((key) => !own.has(key));
}

function isLetters({ form }: Word): boolean {
  return form.length > 1 && /^\p{L}+$/u.test(form);
}
