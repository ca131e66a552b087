import { stem } from "./stem.ts";

/** One word of a text, with the keys under which phrases can find it. */
export interface Token {
  /** As written. */
  surface: string;
  /** The inflection-free form, always; the abbreviation's form, for an abbreviation. */
  keys: readonly string[];
  /** Where the word stands in the text. */
  start: number;
  end: number;
  /** The number of the sentence or clause; phrases do not reach over its end. */
  sentence: number;
}

/** Prefixes that are written with and without a hyphen. */
const prefixes = new Set(
  "anti auto bi co cross hyper inter intra meta micro multi non over post pre re semi sub super trans un under".split(
    " ",
  ),
);

const wordOrStop = /[\p{L}\p{N}]+(?:['’]\p{L}+)?|[.?!;:](?=\s|$)|[()[\]"“”]/gu;

/**
 * Splits a text into words in one pass. Hyphens part words, except after a prefix: "multi-agent"
 * and "multiagent" are one word, "vision-language" is two.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  for (const match of text.matchAll(wordOrStop)) {
    const [surface] = match;
    if (!/[\p{L}\p{N}]/u.test(surface)) {
      if (/[.?!;:]/.test(surface)) sentence++;
      continue;
    }
    const [start, end] = [match.index, match.index + surface.length];
    const before = tokens.at(-1);
    if (
      before?.end === start - 1 &&
      text[before.end] === "-" &&
      prefixes.has(before.surface.toLowerCase()) &&
      !isAbbreviation(surface)
    ) {
      tokens[tokens.length - 1] = token(before.surface + surface, before.start, end, sentence);
    } else tokens.push(token(surface, start, end, sentence));
  }
  return tokens;
}

function token(surface: string, start: number, end: number, sentence: number): Token {
  const lower = surface.toLowerCase();
  const keys = [stem(lower), exactKey(lower)];
  if (isAbbreviation(surface)) keys.push(abbreviationKey(surface));
  return { surface, keys, start, end, sentence };
}

/** Two capitals (`LLM`, `NeRF`, `LoRA`), or a capital and a digit (`3D`, `T2I`). */
export function isAbbreviation(word: string): boolean {
  const capitals = word.replace(/[^\p{Lu}]/gu, "").length;
  return capitals >= 2 || (capitals === 1 && /\d/.test(word));
}

/** The key of an abbreviation, the same for its plural. */
export function abbreviationKey(word: string): string {
  return `^${word.replace(/(?<=[\p{Lu}\d])['’]?s$/u, "").toUpperCase()}`;
}

/** The key of a word in just this form, in any case. */
export function exactKey(word: string): string {
  return `=${word.toLowerCase()}`;
}

/** The keys of a phrase of the taxonomy, one a word. */
export function phraseKeys(phrase: string): string[] {
  return phrase.split(/\s+/).flatMap((part) => {
    const exact = part.startsWith("=");
    return tokenize(part).map(({ surface, keys }) => {
      if (isAbbreviation(surface)) return abbreviationKey(surface);
      return exact ? exactKey(surface) : (keys[0] ?? surface);
    });
  });
}
