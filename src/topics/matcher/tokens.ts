import { prefixes } from "../../text/prefixes.ts";
import { stem } from "../../text/stem.ts";

/** One word of a text, with the keys under which phrases can find it. */
export interface Token {
  /** As written. */
  surface: string;
  /** First the word in exactly this form, then the one without inflection; for an abbreviation, its form as well. */
  keys: readonly string[];
  isAbbreviation: boolean;
  /** The offset of the word in the text. */
  start: number;
  end: number;
  /** The number of the sentence that the word is in. */
  sentence: number;
  /** The number of the run of words without a comma or bracket. Phrases do not extend beyond it. */
  run: number;
}

const wordOrStop = /[\p{L}\p{N}]+(?:['’]\p{L}+)?|[.?!;:,](?=\s|$)|[()[\]]/gu;

const sentenceEnds = ".?!;";
const stops = `${sentenceEnds}:,()[]`;

/**
 * Splits a text into words in one pass. Hyphens separate words, except after a prefix:
 * "multi-agent" and "multiagent" are one word, "vision-language" is two.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  let run = 0;
  for (const match of text.matchAll(wordOrStop)) {
    const [surface] = match;
    if (surface.length === 1 && stops.includes(surface)) {
      if (sentenceEnds.includes(surface)) sentence++;
      run++;
      continue;
    }
    const [start, end] = [match.index, match.index + surface.length];
    const before = tokens.at(-1);
    if (
      before?.end === start - 1 &&
      /[-‐‑]/.test(text[before.end] ?? "") &&
      prefixes.has(before.surface.toLowerCase()) &&
      !isAbbreviation(surface)
    ) {
      // In lower case, because otherwise "Multi-Agent" would look like an abbreviation.
      const joined = `${before.surface}${surface}`.toLowerCase();
      tokens[tokens.length - 1] = token(joined, before.start, end, sentence, run);
    } else tokens.push(token(surface, start, end, sentence, run));
  }
  return tokens;
}

function token(surface: string, start: number, end: number, sentence: number, run: number): Token {
  const { keys, isAbbreviation: isShort } = wordOf(surface);
  return { surface, keys, isAbbreviation: isShort, start, end, sentence, run };
}

type Word = Pick<Token, "keys" | "isAbbreviation">;

/** Texts repeat words, and stemming takes longer than a lookup. */
const knownWords = new Map<string, Word>();
const mostKnown = 100_000;

function wordOf(surface: string): Word {
  const known = knownWords.get(surface);
  if (known !== undefined) return known;
  const word = { keys: keysOf(surface), isAbbreviation: isAbbreviation(surface) };
  if (knownWords.size < mostKnown) knownWords.set(surface, word);
  return word;
}

function keysOf(surface: string): readonly string[] {
  const lower = surface.toLowerCase();
  const keys = [exactKey(lower)];
  // A benchmark is often a name: "ChatGenBench" is found as "bench", too.
  const last = /\p{Ll}(\p{Lu}\p{Ll}{3,})$/u.exec(surface)?.[1];
  if (last !== undefined) keys.push(exactKey(last));
  if (isAbbreviation(surface)) keys.push(abbreviationKey(surface));
  // "CoD" is not "code", but a word in a heading in capitals is still that word.
  if (!isAbbreviation(surface) || /^\p{Lu}{4,}$/u.test(surface)) keys.push(stem(lower));
  return keys;
}

/** Two capitals (`LLM`, `NeRF`, `LoRA`), or a capital and a digit (`3D`, `T2I`). */
export function isAbbreviation(word: string): boolean {
  if (/^[a-z]*$/.test(word)) return false;
  const capitals = word.replace(/[^\p{Lu}]/gu, "").length;
  return capitals >= 2 || (capitals === 1 && /\d/.test(word));
}

/** The key of an abbreviation, the same for its plural. */
export function abbreviationKey(word: string): string {
  return `^${word.replace(/(?<=[\p{Lu}\d])['’]?s$/u, "").toUpperCase()}`;
}

/** The key of a word in exactly this form, in upper or lower case. */
export function exactKey(word: string): string {
  return `=${word.toLowerCase()}`;
}

/** The keys of a phrase of the taxonomy, one for each word. */
export function phraseKeys(phrase: string): string[] {
  return phrase.split(/\s+/).flatMap((part) => {
    const exact = part.startsWith("=");
    return tokenize(part).map(({ surface, keys, isAbbreviation: isShort }) => {
      if (isShort) return abbreviationKey(surface);
      return exact ? exactKey(surface) : (keys.at(-1) ?? surface);
    });
  });
}

/** A keyword for comparison: case, accents and hyphens make no difference. */
export function keywordKey(keyword: string): string {
  return keyword
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[\s-]+/g, " ")
    .trim();
}
