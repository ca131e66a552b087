import { prefixes } from "../../text/prefixes.ts";
import { stem } from "../../text/stem.ts";
import { stopWords } from "../../text/stop-words.ts";

/** A word that can name a subject. */
export interface Word {
  /** The key, which is the same for every inflection. */
  key: string;
  start: number;
  end: number;
  /** Whether only a space or a hyphen is between it and the word before it. */
  follows: boolean;
}

// A hyphen between two long words joins a pair, as a space does; `Q-learning` and `multi-armed` are
// one word.
const wordOrStop = new RegExp(
  [
    `\\b(?:${[...prefixes].join("|")})[-\\u2010\\u2011]\\p{L}{2,}`,
    "\\p{L}[-\\u2010\\u2011]\\p{L}{3,}",
    "[\\p{L}\\p{N}]+(?:['’]\\p{L}+)?",
    "[^\\s\\p{L}\\p{N}'’\\u2010\\u2011-]+",
  ].join("|"),
  "giu",
);

/** The words of a text in order; stop words, numbers and single letters are left out. */
export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  let before = -1;
  for (const { 0: surface, index: start } of text.matchAll(wordOrStop)) {
    const key = keyOf(surface);
    if (key === "") continue;
    const end = start + surface.length;
    words.push({ key, start, end, follows: before >= 0 && start - before === 1 });
    before = end;
  }
  return words;
}

/** The key of two neighbouring words. */
export function pairKey(first: Pick<Word, "key">, second: Pick<Word, "key">): string {
  return `${first.key} ${second.key}`;
}

/** The keys of a text's terms: its words, and every two that follow each other. */
export function termKeys(text: string): string[] {
  const words = splitWords(text);
  return words.flatMap((word, at) => {
    const before = words[at - 1];
    return word.follows && before !== undefined ? [pairKey(before, word), word.key] : [word.key];
  });
}

// After a single letter the hyphen stays: "q-learning" is not "qlearning".
const joint = /(?<=..)[-\u2010\u2011]/gu;

/** Texts repeat words, and stemming takes longer than a lookup. What is not a term has an empty key. */
const known = new Map<string, string>();
const mostKnown = 200_000;

function keyOf(surface: string): string {
  const found = known.get(surface);
  if (found !== undefined) return found;
  const lower = surface.toLowerCase();
  const isTerm = lower.length > 1 && /\p{L}/u.test(lower) && !stopWords.has(lower);
  const key = isTerm ? stem(lower.replace(joint, "")) : "";
  if (known.size < mostKnown) known.set(surface, key);
  return key;
}
