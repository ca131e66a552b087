import { fold, nameOfGreek, otherSpelling } from "../../text/fold.ts";
import { formulaWords } from "./formula.ts";
import { stem } from "./stem.ts";
import { stopWords } from "./stop-words.ts";

/** Characters around the LaTeX of a formula in a text; they do not occur otherwise. */
export const formulaStart = "\u0002";
/** See `formulaStart`. */
export const formulaEnd = "\u0003";

/** A word of a text: the key by which it is found, its normalised form, and its place in the text. */
export interface Word {
  key: string;
  form: string;
  start: number;
  end: number;
  /** Whether it is a stop word. */
  stop: boolean;
}

/** Another spelling of one or more consecutive words: `on-policy` is also `onpolicy`. */
export interface Compound {
  key: string;
  form: string;
  start: number;
  end: number;
  /** The index of its first word, and how many words it covers. */
  first: number;
  count: number;
}

/** A text as words and compounds, each in the order of the text. */
export interface Normalised {
  words: Word[];
  compounds: Compound[];
}

/**
 * Splits a text into the words by which it is indexed and searched. Papers and queries go through this
 * one function, so that they have the same keys. Formulas are between `formulaStart` and `formulaEnd`.
 * Places are in UTF-16 code units of the text as given.
 */
export function normalise(text: string): Normalised {
  const found: Normalised = { words: [], compounds: [] };
  let before: { chunk: string; end: number; first: number } | undefined;
  for (const { 0: chunk, index } of text.matchAll(chunks)) {
    const begin = found.words.length;
    if (chunk.startsWith(formulaStart)) addFormula(found, chunk.slice(1, -1), index + 1);
    else if (chunk.includes("\\")) addFormula(found, chunk, index);
    else append(found, tokenize(chunk), index);
    const isAttached = before?.end === index && isOneWord(before.chunk, chunk);
    let first = chunk.startsWith(formulaStart) ? begin : Math.max(begin, found.words.length - 1);
    if (before && isAttached) {
      // `$G^2$RPO` and `$\\epsilon$-greedy`: the formula is a part of a word.
      first = before.first;
      addCompound(found, first, chunk.startsWith(formulaStart) ? undefined : begin + 1);
    }
    before = { chunk, end: index + chunk.length, first };
  }
  return found;
}

/** Whether a formula and the text next to it, without a space between them, are one word. */
function isOneWord(before: string, after: string): boolean {
  const open = before.replace(/-$/, "");
  const next = after.replace(/^-/, "");
  const ends = open.endsWith(formulaEnd) || /[\p{L}\p{N}]$/u.test(open);
  return ends && (next.startsWith(formulaStart) || /^[\p{L}\p{N}]/u.test(next));
}

// Texts share their words. The cache makes indexing and highlighting several times as fast.
const cache = new Map<string, Normalised>();
const maxCached = 50_000;

/**
 * Splits a text without spaces, formulas and backslashes into words: what `normalise` finds in it, and the
 * same objects each time.
 */
export function tokenize(chunk: string): Normalised {
  const cached = cache.get(chunk);
  if (cached) return cached;
  const tokens: Normalised = { words: [], compounds: [] };
  addChunk(tokens, chunk, 0);
  if (cache.size >= maxCached) cache.clear();
  cache.set(chunk, tokens);
  return tokens;
}

function append(found: Normalised, { words, compounds }: Normalised, at: number): void {
  const first = found.words.length;
  for (const { key, form, start, end, stop } of words) {
    found.words.push({ key, form, start: start + at, end: end + at, stop });
  }
  for (const { key, form, start, end, first: from, count } of compounds) {
    const place = { start: start + at, end: end + at, first: from + first };
    found.compounds.push({ key, form, count, ...place });
  }
}

const chunks = new RegExp(
  `${formulaStart}[^${formulaEnd}]*${formulaEnd}|[^\\s${formulaStart}${formulaEnd}]+`,
  "gu",
);

/** Letters and digits, with decimal points in numbers and apostrophes in words. */
const runs = /(?:[\p{L}\p{N}\p{M}]|(?<=\p{Nd})\.(?=\p{Nd})|(?<=\p{L})['’](?=\p{L}))+/gu;

const maxCompoundLength = 32;
const maxCompoundParts = 5;

function addChunk(found: Normalised, chunk: string, at: number): void {
  const named = /^\W*([\p{L}])(\+\+|#|\*)(?=\W*$)/u.exec(chunk);
  if (named?.[1] !== undefined) {
    // C++, C#, A*: the symbol is a part of the name.
    const start = at + chunk.indexOf(named[1]);
    const sign = named[2] === "#" ? "sharp" : named[2] === "*" ? "star" : "plusplus";
    addWord(found, fold(named[1]) + sign, start, start + 1 + (named[2]?.length ?? 0));
    return;
  }
  const parts = [...chunk.matchAll(runs)];
  const first = found.words.length;
  const initials = parts.length > 2 && parts.every(([part]) => part.length === 1);
  if (initials && /^\W*(?:\p{L}\.)+/u.test(chunk)) {
    const start = at + (parts[0]?.index ?? 0);
    const end = at + (parts.at(-1)?.index ?? 0) + 1;
    addWord(found, fold(parts.map(([part]) => part).join("")), start, end);
    return;
  }
  let previous = 0;
  let before = first;
  for (const [number, { 0: part, index }] of parts.entries()) {
    const begin = found.words.length;
    addRun(found, part, at + index);
    const attached = number > 0 && /^[\^_]$/.test(chunk.slice(previous, index));
    if (attached && parts.length > 2) addCompound(found, before);
    before = begin;
    previous = index + part.length;
  }
  if (parts.length > 1 && parts.length <= maxCompoundParts && !/:\/\/|^www\./i.test(chunk)) {
    addCompound(found, first);
  }
}

const asian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+/gu;

/** Adds a run of letters and digits, which may be several words: `VideoLLM`, `GPT4`, `强化学习`. */
function addRun(found: Normalised, run: string, at: number): void {
  let done = 0;
  for (const { 0: part, index } of run.matchAll(asian)) {
    if (index > done) addLatin(found, run.slice(done, index), at + done);
    addPairs(found, part, at + index);
    done = index + part.length;
  }
  if (done < run.length) addLatin(found, run.slice(done), at + done);
}

/** In scripts without spaces, each two consecutive characters are a word. */
function addPairs(found: Normalised, text: string, at: number): void {
  const characters = [...text.matchAll(/./gu)];
  for (const [index, { 0: character, index: start }] of characters.entries()) {
    const next = characters[index + 1];
    if (next)
      addWord(found, fold(character + next[0]), at + start, at + next.index + next[0].length);
    else if (index === 0)
      addWord(found, fold(character), at + start, at + start + character.length);
  }
}

function addLatin(found: Normalised, run: string, at: number): void {
  const word = run.replace(/['’]s$/i, "");
  const greek = nameOfGreek(word);
  if (greek) {
    addWord(found, greek, at, at + word.length);
    return;
  }
  const first = found.words.length;
  const [, letter, number = ""] = /^(\p{Script=Greek})(\p{N}+)$/u.exec(word) ?? [];
  const name = letter === undefined ? undefined : nameOfGreek(letter);
  if (name) {
    // `τ²`, as in the formula `\tau^2`.
    addWord(found, name, at, at + 1);
    addWord(found, fold(number), at + 1, at + word.length);
    addCompound(found, first);
    return;
  }
  const parts = [...word.matchAll(inner)];
  for (const { 0: part, index } of parts) {
    addWord(found, plain(part), at + index, at + index + part.length);
  }
  if (parts.length > 1) addCompound(found, first);
  const other = otherSpelling(word);
  const only = found.words[first];
  if (other !== undefined && only) {
    const { start, end } = only;
    found.compounds.push({ key: stem(other), form: other, start, end, first, count: 1 });
  }
}

/** Words within a run: a name and its version (`GPT4`, `Qwen2.5`), or camel case (`VideoLLM`). */
const inner =
  /(?:(?<=^\p{L}{3,})\p{Nd}[\p{L}\p{N}.]{0,5}$)|(?:\p{Lu}?(?:\p{Ll}|['’]){2,}(?=\p{Lu}{2,}\p{Ll}{0,2}$))|\p{L}{3,}(?=\p{Nd}[\p{L}\p{N}.]{0,5}$)|(?:\p{Lu}\p{Ll}{2,}(?=\p{Lu}\p{Ll}{2,}))|.+/gu;

function plain(part: string): string {
  return fold(part.replace(/['’]/g, "").replaceAll(".", "p"));
}

function addWord(found: Normalised, form: string, start: number, end: number): void {
  if (form === "" || form.length > 60) return;
  found.words.push({ key: stem(form), form, start, end, stop: stopWords.has(form) });
}

/** Adds the compound of the words from index `first` to before `end`. */
function addCompound(found: Normalised, first: number, end?: number): void {
  const covered = found.words.slice(first, end);
  const [from, to] = [covered[0], covered.at(-1)];
  const form = covered.map((word) => word.form).join("");
  if (!from || !to || covered.length < 2 || form.length > maxCompoundLength) return;
  const key = stem(form);
  if (found.compounds.at(-1)?.key === key && found.compounds.at(-1)?.first === first) return;
  found.compounds.push({ key, form, start: from.start, end: to.end, first, count: covered.length });
}

function addFormula(found: Normalised, latex: string, start: number): void {
  const { words, attached, spoken } = formulaWords(latex);
  const end = start + latex.length;
  const first = found.words.length;
  for (const word of words) {
    const form = nameOfGreek(word) ?? fold(word);
    if (form === "") continue;
    // In a formula, "a" and "s" are symbols and not stop words.
    found.words.push({ key: stem(form), form, start, end, stop: false });
  }
  const count = found.words.length - first;
  if (count === 0) return;
  const whole = words.map((word) => nameOfGreek(word) ?? fold(word)).join("");
  const names = new Set([...attached.map(fold), ...(count > 1 ? [whole] : []), ...spoken]);
  for (const form of names) {
    if (form === "" || form.length > maxCompoundLength) continue;
    found.compounds.push({ key: stem(form), form, start, end, first, count });
  }
}
