import type { QueryPart } from "../query/query.ts";
import { type Normalised, normalise, type Word } from "../text/normalise.ts";
import { stem } from "../text/stem.ts";
import { related } from "./related-words.ts";

/** A key with what a match of it is worth beside the word that was typed. */
export interface Alternative {
  key: string;
  worth: number;
}

/** One thing that a query asks for: a word, or several that are one (`on-policy`). */
export interface Unit {
  /** As typed, for messages. */
  text: string;
  keys: Alternative[];
  /** Where the keys are unknown: the words of a compound, each of which may be found alone. */
  parts?: Unit[];
  /** The words of `chain-of-thought` and `GPT-4`, which others write with blanks or go on with. */
  row?: PhraseUnit;
  /** The beginning of a word that is still being typed. */
  beginning?: string;
  /** Plain form of a single word, to be corrected where it is unknown. */
  form?: string;
  /** It stands for a word that no paper has. */
  corrected?: boolean;
}

export interface PhraseUnit {
  text: string;
  /** Keys in their order; words that are not indexed keep their place as undefined. */
  keys: (string | undefined)[];
}

/** The units of words that were typed in a row. */
export function unitsOf(
  words: readonly QueryPart[],
  { typing, pairs }: { typing: boolean; pairs: ReadonlySet<string> },
): Unit[] {
  const texts = words.flatMap((part) => (part.kind === "word" ? [part.text] : []));
  const units: Unit[] = [];
  let before: { stop: boolean; form: string } | undefined;
  for (const [index, text] of texts.entries()) {
    const last = typing && index === texts.length - 1;
    const taken = normalise(text);
    const only = taken.words.length === 1 ? taken.words[0] : undefined;
    if (only) {
      // `on policy` is `on-policy` where the archive has that word.
      const joined = before ? stem(before.form + only.form) : undefined;
      if (before && joined !== undefined && pairs.has(joined) && (before.stop || only.stop)) {
        if (!before.stop) units.pop();
        units.push({ text: `${before.form} ${text}`, keys: [{ key: joined, worth: 1 }] });
        before = undefined;
        continue;
      }
      before = { stop: only.stop, form: only.form };
    } else before = undefined;
    for (const unit of unitsOfText(text, taken)) {
      const open = only && (last || oneOfMany.test(only.form));
      units.push(open ? { ...unit, beginning: only.form } : unit);
    }
  }
  return units;
}

/** A character of a script without blanks, whose words are pairs of characters. */
const oneOfMany = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u;

function unitsOfText(text: string, { words, compounds }: Normalised): Unit[] {
  const whole = compounds.filter(({ first, count }) => first === 0 && count === words.length);
  const singles = words
    .filter(({ stop }) => !stop)
    .map((word) => ({
      text: written(word, words, text),
      form: word.form,
      keys: [{ key: word.key, worth: 1 }],
    }));
  if (words.length > 1 && whole.length > 0) {
    const keys = whole.map(({ key }) => ({ key, worth: 1 }));
    // Of two words in letters the index knows both ways of writing.
    const hyphenated = /^[\p{L}\p{N}.]+(?:[-‐‑–][\p{L}\p{N}.]+)+$/u.test(text);
    const known = words.length === 2 && /^[\p{L}-]+$/u.test(text);
    const row = phraseOf(text);
    // Of `out-of-distribution` one word would be left, which says something else.
    const inRow = hyphenated && !known && row.keys.length > 1;
    return [{ text, keys, parts: singles, ...(inRow ? { row } : {}) }];
  }
  const [single] = singles;
  if (singles.length === 1 && single) return [{ ...single, text }];
  return singles;
}

/** A word as it was typed; with the words that share its letters, as in scripts without blanks. */
function written({ start, end }: Word, words: readonly Word[], text: string): string {
  let [from, to] = [start, end];
  for (const word of words) if (word.start < to && word.end > to) to = word.end;
  for (const word of words.toReversed())
    if (word.end > from && word.start < from) from = word.start;
  return text.slice(from, to);
}

/**
 * Why a text asks for nothing: it has no letter and no digit, letters that are no word (one of
 * hundreds of them, or a command such as `\cdot`), or no word that tells papers apart. Undefined where
 * it asks for something.
 */
export function emptiness(text: string): "signs" | "no word" | "common" | undefined {
  const { words, compounds } = normalise(text);
  if (words.length === 0 && compounds.length === 0) {
    return /[\p{L}\p{N}]/u.test(text) ? "no word" : "signs";
  }
  return words.every(({ stop }) => stop) ? "common" : undefined;
}

/** Adds words of the same meaning, each worth less than the word itself. */
export function withRelated(units: readonly Unit[], relatedWorth: number): Unit[] {
  const typed = new Set(units.flatMap(({ keys }) => keys.map(({ key }) => key)));
  return units.map((unit, index) => {
    const next = units[index + 1];
    const keys = [...unit.keys];
    const add = (key: string, worth: number) => {
      if (!typed.has(key) && !keys.some((known) => known.key === key)) keys.push({ key, worth });
    };
    for (const { key } of unit.keys) for (const other of related(key)) add(other, relatedWorth);
    const pair = next && unit.keys[0] && next.keys[0];
    if (pair)
      for (const other of related(`${unit.keys[0]?.key} ${pair.key}`)) add(other, relatedWorth);
    return { ...unit, keys };
  });
}

/** A phrase's keys in their order. */
export function phraseOf(text: string): PhraseUnit {
  const { words } = normalise(text);
  const keys = words.map(({ key, stop }) => (stop ? undefined : key));
  while (keys.length > 0 && keys[0] === undefined) keys.shift();
  while (keys.length > 0 && keys.at(-1) === undefined) keys.pop();
  return { text, keys };
}
