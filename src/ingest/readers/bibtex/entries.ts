/** One entry of a BibTeX file, with its values as they are written, including LaTeX. */
export interface BibEntry {
  /** The offset of the entry's `@`. */
  start: number;
  type: string;
  key: string;
  /** By name in lower case. If a field is given twice, the first value counts, as in BibTeX. */
  fields: Map<string, string>;
  /** The names of fields given more than once. */
  doubles: string[];
  /** Whether the entry is closed; if not, its last field may be missing. */
  whole: boolean;
}

const opening = /@[ \t]*([A-Za-z]+)\s*([{(])/g;
// The next entry starts on a new line. An unclosed entry must not swallow it.
const nextEntry = /(?<![^\r\n])[ \t]*@[ \t]*[A-Za-z]+\s*[{(]\s*(?:[^\s=,{}()"#%']+\s*[,=}]|")/g;
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The contents of a BibTeX file. */
export interface BibFile {
  entries: BibEntry[];
  /** The offsets of fields outside of any entry. */
  strays: number[];
}

/**
 * The entries of a BibTeX or BibLaTeX file, with each `@string` replaced by its value. A broken
 * entry does not affect the others.
 *
 * This is not left to @retorquere/bibtex-parser, which parses every field as LaTeX: 10,000 entries
 * take it over 20 seconds instead of 0.1, formulas and percent signs do not come back as they were,
 * and a lone `$` or a missing comma costs the rest of an entry (tests/ingest/readers/
 * bibtex-entries.test.ts).
 */
export function bibEntries(text: string): BibFile {
  const strings = new Map(months.map((month) => [month, month]));
  const starts = [...text.matchAll(nextEntry)].map(({ index }) => index);
  const entries: BibEntry[] = [];
  const strays: number[] = [];
  let at = 0;
  let line = 0;
  for (;;) {
    opening.lastIndex = at;
    const match = opening.exec(text);
    const stray = entries.at(-1)?.whole === false ? -1 : strayField(text.slice(at, match?.index));
    if (stray >= 0) strays.push(at + stray);
    if (!match) return { entries, strays };
    while ((starts[line] ?? text.length) <= match.index) line += 1;
    const end = starts[line] ?? text.length;
    const type = (match[1] ?? "").toLowerCase();
    const reading = { text, at: match.index + match[0].length, end, strings };
    const close = match[2] === "(" ? ")" : "}";
    if (type === "comment" || type === "preamble") {
      at = reading.at;
      skipBlock(reading);
      at = Math.max(at, reading.at);
    } else if (type === "string") {
      const { fields } = readFieldsOf(reading, close);
      for (const [name, value] of fields) strings.set(name, value);
      at = reading.at;
    } else {
      const key = /[^,\s=}]*/y;
      key.lastIndex = skipSpace(reading);
      const name = key.exec(text)?.[0] ?? "";
      const afterKey = key.lastIndex;
      // An entry without a key begins with its first field.
      const isField = /^\s*=/.test(text.slice(afterKey, afterKey + 50));
      if (!isField) reading.at = afterKey;
      const read = readFieldsOf(reading, close);
      at = reading.at;
      entries.push({ start: match.index, type, key: isField ? "" : name, ...read });
    }
    if (at <= match.index) at = match.index + 1;
  }
}

/** Finds an `@` or a field that damage has left in the text between two entries. */
function strayField(between: string): number {
  return between.search(
    /(?<![^\r\n])(?:[ \t]*@|[^\r\n%@]{0,40}\b(?:title|author|year|doi|url|eprint)\s*=\s*[{"\d]|[ \t]*[a-z][\w-]{2,20}[ \t]*=[ \t]*[{"])/i,
  );
}

interface Reading {
  text: string;
  at: number;
  end: number;
  strings: Map<string, string>;
}

function skipSpace(reading: Reading): number {
  const space = /\s*/y;
  space.lastIndex = reading.at;
  space.test(reading.text);
  reading.at = Math.min(space.lastIndex, reading.end);
  return reading.at;
}

function readFieldsOf(
  reading: Reading,
  close: string,
): Pick<BibEntry, "fields" | "doubles" | "whole"> {
  const fields = new Map<string, string>();
  const doubles: string[] = [];
  const name = /([^\s=,{}()"#]+)\s*=/y;
  for (;;) {
    const at = skipSpace(reading);
    if (at >= reading.end) return { fields, doubles, whole: false };
    if (reading.text.charAt(at) === close) {
      reading.at += 1;
      return { fields, doubles, whole: true };
    }
    name.lastIndex = at;
    const match = name.exec(reading.text);
    if (!match || name.lastIndex > reading.end) {
      reading.at += 1;
      continue;
    }
    reading.at = name.lastIndex;
    const value = readValue(reading);
    if (value === undefined) return { fields, doubles, whole: false };
    const key = (match[1] ?? "").toLowerCase();
    if (fields.has(key)) doubles.push(key);
    else fields.set(key, value);
  }
}

/**
 * A value: text in braces or quotes, numbers and names of strings, joined by `#`. Undefined where it
 * is not closed.
 */
function readValue(reading: Reading): string | undefined {
  let value = "";
  for (;;) {
    const opening = reading.text.charAt(skipSpace(reading));
    if (reading.at >= reading.end) return undefined;
    if (opening === "{" || opening === '"') {
      const inside = opening === "{" ? braced(reading) : quoted(reading);
      if (inside === undefined) return undefined;
      value += inside;
    } else {
      const word = /[^\s,#{}()"]*/y;
      word.lastIndex = reading.at;
      const found = word.exec(reading.text)?.[0] ?? "";
      reading.at += found.length;
      value += reading.strings.get(found.toLowerCase()) ?? found;
    }
    if (reading.text.charAt(skipSpace(reading)) !== "#" || reading.at >= reading.end) return value;
    reading.at += 1;
  }
}

function skipBlock(reading: Reading): void {
  reading.at -= 1;
  if (reading.text.charAt(reading.at) === "{") braced(reading);
  else reading.at += 1;
}

/** The text in the braces that open here; undefined if they are not closed. */
function braced(reading: Reading): string | undefined {
  return upTo(reading, (character, depth) => character === "}" && depth === 0);
}

function quoted(reading: Reading): string | undefined {
  return upTo(reading, (character, depth) => character === '"' && depth === 0);
}

function upTo(
  reading: Reading,
  ends: (character: string, depth: number) => boolean,
): string | undefined {
  const delimiters = /\\[\s\S]|[{}"]/g;
  const from = reading.at + 1;
  delimiters.lastIndex = from;
  let depth = 0;
  for (let match = delimiters.exec(reading.text); match; match = delimiters.exec(reading.text)) {
    if (match.index >= reading.end) return undefined;
    const [character] = match;
    if (ends(character, depth)) {
      reading.at = match.index + 1;
      return reading.text.slice(from, match.index);
    }
    if (character === "{") depth += 1;
    if (character === "}" && depth > 0) depth -= 1;
  }
  return undefined;
}
