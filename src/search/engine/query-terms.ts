import { joinedKey } from "../index/compounds.ts";
import { nameForms, nameKey } from "../index/name-keys.ts";
import type { BareTime } from "../query/bare-times.ts";
import type { TimeRange } from "../query/parse-time.ts";
import type { QueryPart } from "../query/query.ts";
import { isEtAl } from "../text/et-al.ts";
import { nameParts } from "../text/name-parts.ts";
import { type Normalised, normalise, type Word } from "../text/normalise.ts";

/**
 * A key of the index, with the weight of a match relative to the word that was typed, which has 1.
 */
export interface WeightedKey {
  key: string;
  weight: number;
}

/** One term of a query: a word, or several words that form one (`on-policy`). */
export interface QueryTerm {
  /** As typed, for messages. */
  text: string;
  keys: WeightedKey[];
  /** The words of a compound, searched one by one if no paper has the compound. */
  parts?: QueryTerm[];
  /**
   * The words of `chain-of-thought` and `GPT-4`, which others write with spaces or with a suffix.
   */
  phrase?: Phrase;
  /** The word as far as it is typed. */
  prefix?: string;
  /** The normalised form of a single word, for spelling correction. */
  form?: string;
  /** Whether it replaces a word that no paper has. */
  isCorrection?: boolean;
  /** A time: it also matches the papers that were published then. */
  time?: TimeRange;
  /** The index of its last word among the words of the query. */
  at?: number;
}

/** Words in order, as in a query in quotation marks. */
export interface Phrase {
  text: string;
  /** Keys in order; undefined for words that are not indexed, which still take up a position. */
  keys: (string | undefined)[];
  /** Whether papers with these words in order have the term's key, unless only recent papers have the compound. */
  isIndexed?: boolean;
}

/**
 * The terms of a query's words, in the order in which they were typed. `pairs` are the archive's
 * compounds that contain a stop word. If it has `on-policy`, `on policy` is that compound.
 */
export function queryTerms(
  words: readonly QueryPart[],
  { typing, pairs, times = [] }: TermOptions,
): QueryTerm[] {
  const texts = words.flatMap((part) => (part.kind === "word" ? [part.text] : []));
  const terms: QueryTerm[] = [];
  let previous: Word | undefined;
  for (const [index, text] of texts.entries()) {
    const time = times.find(({ first, count }) => index >= first && index < first + count);
    if (time) {
      if (index === time.first) terms.push(timeTerm(texts, time));
      previous = undefined;
      continue;
    }
    if (isEtAl(texts, index) || isEtAl(texts, index - 1)) continue;
    const normalised = normalise(text);
    const word = normalised.words.length === 1 ? normalised.words[0] : undefined;
    const joined = previous && word && pairKeyOf(previous, word, pairs);
    if (previous && joined !== undefined) {
      if (!previous.stop) terms.pop();
      terms.push({
        text: `${previous.form} ${text}`,
        keys: [{ key: joined, weight: 1 }],
        at: index,
      });
      previous = undefined;
      continue;
    }
    previous = word;
    const isTyping = typing && index === texts.length - 1;
    for (const term of termsOfText(text, normalised)) {
      const isPrefix = word && (isTyping || singleCharacter.test(word.form));
      terms.push(withPlace(isPrefix ? { ...term, prefix: word.form } : term, index));
    }
  }
  return terms;
}

/** How words become terms. */
interface TermOptions {
  /** Whether the last word may be unfinished. */
  typing: boolean;
  pairs: ReadonlySet<string>;
  /** The times among the words. */
  times?: readonly BareTime[];
}

/** A year is also a word of texts, as in "AIME 2024"; a month and a day are only times. */
function timeTerm(texts: readonly string[], { first, count, range }: BareTime): QueryTerm {
  const words = texts.slice(first, first + count);
  const keys = count === 1 ? normalise(words[0] ?? "").words.map(({ key }) => key) : [];
  const text = words.join(" ");
  return { text, keys: keys.map((key) => ({ key, weight: 1 })), time: range, at: first };
}

function withPlace(term: QueryTerm, at: number): QueryTerm {
  return term.parts
    ? { ...term, at, parts: term.parts.map((part) => ({ ...part, at })) }
    : { ...term, at };
}

/** The keys of a word, as a word of texts and as a name of authors. */
function keysOfWord({ key, form }: Word): WeightedKey[] {
  return [key, nameKey(form)].map((name) => ({ key: name, weight: 1 }));
}

/** The key of two words that the archive writes as one, if one of them is a stop word. */
function pairKeyOf(one: Word, two: Word, pairs: ReadonlySet<string>): string | undefined {
  const key = joinedKey(one, two);
  return pairs.has(key) && (one.stop || two.stop) ? key : undefined;
}

/** A character of a script without spaces, where each pair of characters is indexed as a word. */
const singleCharacter =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u;

function termsOfText(text: string, { words, compounds }: Normalised): QueryTerm[] {
  const whole = compounds.filter(({ first, count }) => first === 0 && count === words.length);
  const typed = textsOf(words, text);
  const singles = words.flatMap((word, index) =>
    word.stop ? [] : [{ text: typed[index] ?? word.form, form: word.form, keys: keysOfWord(word) }],
  );
  if (words.length > 1 && whole.length > 0) {
    const names = nameForms(nameParts(text)).filter((form) =>
      whole.some((one) => one.form === form),
    );
    const keys = [...whole.map(({ key }) => key), ...names.map(nameKey)].map((key) => ({
      key,
      weight: 1,
    }));
    const isHyphenated = /^[\p{L}\p{N}.]+(?:[-‐‑–][\p{L}\p{N}.]+)+$/u.test(text);
    // Two words of letters are indexed in both spellings.
    const isIndexed = words.length === 2 && /^[\p{L}-]+$/u.test(text);
    const phrase = { ...toPhrase(text), isIndexed };
    // `out-of-distribution` without its stop words is one word with another meaning.
    const needsPhrase = isHyphenated && phrase.keys.length > 1;
    return [{ text, keys, parts: singles, ...(needsPhrase ? { phrase } : {}) }];
  }
  const [single] = singles;
  if (singles.length === 1 && single) return [{ ...single, text }];
  return singles;
}

/** Each word as typed, with the words that share characters with it, as in scripts without spaces. */
function textsOf(words: readonly Word[], text: string): string[] {
  const runs: { start: number; end: number; count: number }[] = [];
  for (const { start, end } of words) {
    const run = runs.at(-1);
    if (run && start < run.end) {
      run.end = Math.max(run.end, end);
      run.count += 1;
    } else runs.push({ start, end, count: 1 });
  }
  return runs.flatMap(({ start, end, count }) => Array<string>(count).fill(text.slice(start, end)));
}

/**
 * Why a text has nothing to search for. `symbols`: no letter and no digit. `no word`: letters that are
 * not a word, such as hundreds of them or a command (`\cdot`). `common`: stop words only. Undefined
 * where there is something to search for.
 */
export function whyEmpty(text: string): "symbols" | "no word" | "common" | undefined {
  const { words, compounds } = normalise(text);
  if (words.length === 0 && compounds.length === 0) {
    return /[\p{L}\p{N}]/u.test(text) ? "no word" : "symbols";
  }
  return words.every(({ stop }) => stop) ? "common" : undefined;
}

/** The keys of a phrase, without the stop words at its ends. */
export function toPhrase(text: string): Phrase {
  const { words } = normalise(text);
  const keys = words.map(({ key, stop }) => (stop ? undefined : key));
  while (keys.length > 0 && keys[0] === undefined) keys.shift();
  while (keys.length > 0 && keys.at(-1) === undefined) keys.pop();
  return { text, keys };
}
