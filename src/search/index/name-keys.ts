import { joinedSpellings } from "../text/name-fit.ts";
import type { NamePart } from "../text/name-parts.ts";
import { stem } from "../text/stem.ts";

/**
 * In a key, what separates the stem of a word from the rest of a name that begins with it. A digit is
 * before all letters, so the key comes right after that of the word.
 */
const nameSeparator = "0ⴰ";
/** Follows the separator where the name does not begin with the stem. */
const otherForm = "ⴴ";

/**
 * The key of a word as a part of an author's name. It begins with the word's stem, so that it is in the
 * same file of the index, but the name itself is not stemmed: `hugh0ⴰes` is not "Hugh".
 */
export function nameKey(form: string): string {
  const word = stem(form);
  const rest = form.startsWith(word) ? form.slice(word.length) : otherForm + form;
  return word + nameSeparator + rest;
}

/** The name in the key of a name; undefined for other keys. */
export function nameOfKey(key: string): string | undefined {
  const [word, rest] = key.split(nameSeparator);
  if (word === undefined || rest === undefined) return undefined;
  return rest.startsWith(otherForm) ? rest.slice(otherForm.length) : word + rest;
}

/** Particles that many write as one with the name after them: "van den Oord", "Vandenoord". */
const particles: ReadonlySet<string> = new Set(
  "al bin da dal de del den der di dos du el ibn la le mac mc st ten ter van von".split(" "),
);

/** The words by which a name is found: its parts, and parts that others write as one. */
export function nameForms(parts: readonly NamePart[]): string[] {
  const forms = new Set<string>();
  for (const [at, { spellings }] of parts.entries()) {
    for (const form of spellings) if (form.length > 1) forms.add(form);
    const isParticle = spellings.some((form) => particles.has(form));
    if (parts[at + 1]?.joined !== true && !isParticle) continue;
    let end = at + 2;
    while (parts[end]?.joined || parts[end - 1]?.spellings.some((form) => particles.has(form))) {
      end += 1;
    }
    const group = parts.slice(at, end);
    if (group.length > 1) for (const form of joinedSpellings(group)) forms.add(form);
  }
  return [...forms].filter((form) => form.length <= longestForm);
}

const longestForm = 40;
