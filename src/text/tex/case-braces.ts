import { formulaMark } from "../characters.ts";

// Around words with a capital letter, around a part of such a word, or around a formula; but not the
// argument of a command or a script, a set, or code.
const words = String.raw`(?=[^{}]{0,80}\p{Lu})[\p{L}\p{M}\p{N}'’+&/ -]{1,80}`;
const group = new RegExp(
  String.raw`(?<![\\_^}\]]|\\[A-Za-z]{1,30}\*?\s?)\{(${words}|${formulaMark})\}`,
  "gu",
);
/** Braces nest no deeper. */
const mostPasses = 3;

/**
 * A title, name or the like without the braces that protect capitals in BibTeX, which programs copy into other formats:
 * `{BERT}`, `{B}ayesian`.
 */
export function withoutProtection(title: string): string {
  let text = title;
  for (let pass = 0; pass < mostPasses && text.includes("{"); pass += 1) {
    text = text.replace(group, "$1");
  }
  return text;
}
