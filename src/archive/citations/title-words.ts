import { type TextPart, withinLine } from "./citation.ts";

/** A part of a title: a word, what is between words, a formula, or parts in another type. */
export type TitlePart =
  | { word: string; isKept: boolean }
  | { text: string }
  | { math: string }
  | { mark: "emphasis" | "strong" | "code"; parts: TitlePart[] };

const word = /[\p{L}\p{M}\p{N}]+/gu;

/**
 * The words of a title. `isKept` says of a word that its capitals have a meaning which its letters
 * show: an acronym, mixed case, a letter by itself, or a name in a title in sentence case. Of a title
 * in which most words have a capital, nobody can see which of them are names.
 */
export function titleWords(title: readonly TextPart[]): TitlePart[] {
  const sentence = isSentenceCase(wordsOf(title));
  let first = true;
  const read = (parts: readonly TextPart[]): TitlePart[] =>
    parts.flatMap((part): TitlePart[] => {
      if ("mark" in part) return [{ mark: part.mark, parts: read(part.parts) }];
      const begins = first;
      if (("math" in part ? part.math : part.text).trim() !== "") first = false;
      return "math" in part ? [part] : divided(withinLine(part.text), sentence, begins);
    });
  return read(title);
}

/** Those of the names, in order, that are words of a title and do not show that they are names. */
export function namesIn(title: readonly TextPart[], names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const parts = titleWords(title);
  const kept = keptWords(parts);
  return [...wordsWith(parts, false)].filter((name) => names.includes(name) && !kept.has(name));
}

/** The words of which one place in the title shows that their capitals have a meaning. */
export function keptWords(parts: readonly TitlePart[]): ReadonlySet<string> {
  return wordsWith(parts, true);
}

function wordsWith(parts: readonly TitlePart[], isKept: boolean): Set<string> {
  return new Set(
    parts.flatMap((part) => {
      if ("parts" in part) return [...wordsWith(part.parts, isKept)];
      return "word" in part && part.isKept === isKept ? [part.word] : [];
    }),
  );
}

/** The words with a capital letter in a text. */
export function capitalWords(text: string): string[] {
  return (text.match(word) ?? []).filter((letters) => /\p{Lu}/u.test(letters));
}

function wordsOf(parts: readonly TextPart[]): string {
  return parts
    .map((part) => ("text" in part ? part.text : "parts" in part ? wordsOf(part.parts) : " "))
    .join("");
}

function divided(text: string, sentence: boolean, first: boolean): TitlePart[] {
  const parts: TitlePart[] = [];
  let done = 0;
  // Whether a mark that ends a sentence or a title came, and no letter since.
  let ended = false;
  for (const found of text.matchAll(word)) {
    const [letters] = found;
    if (/[:.?!]/.test(text.slice(done, found.index))) ended = true;
    const begins = ended || (first && done === 0);
    if (/\p{L}/u.test(letters)) ended = false;
    const next = text[found.index + letters.length];
    if (found.index > done) parts.push({ text: text.slice(done, found.index) });
    parts.push({ word: letters, isKept: keepsCapitals(letters, next, sentence && !begins) });
    done = found.index + letters.length;
  }
  return done < text.length ? [...parts, { text: text.slice(done) }] : parts;
}

function keepsCapitals(letters: string, next: string | undefined, isProperName: boolean): boolean {
  if (!/\p{Lu}/u.test(letters)) return false;
  // LLM, iPhone, L2, and letters with a meaning: Q-learning, A*.
  if (/.\p{Lu}/u.test(letters) || /\p{N}/u.test(letters)) return true;
  if ([...letters].length === 1) return letters !== "A" || (next !== undefined && next !== " ");
  return isProperName;
}

/** Whether most longer words start in lower case, so that a capital letter marks a name. */
function isSentenceCase(title: string): boolean {
  const words = (title.match(word) ?? []).slice(1).filter((letters) => letters.length > 3);
  const small = words.filter((letters) => /^\p{Ll}/u.test(letters)).length;
  return small > words.length / 2;
}
