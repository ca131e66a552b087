/** One entry of a BibTeX file, its values as they are written. */
export interface BibEntry {
  /** Where the entry begins in the text. */
  start: number;
  type: string;
  key: string;
  /** By name in lower case; of a field that stands twice the first counts, as for BibTeX. */
  fields: Map<string, string>;
  doubles: string[];
  /** Whether the entry ends where it should; else its last field may be missing. */
  whole: boolean;
}

const opening = /@[ \t]*([A-Za-z]+)\s*([{(])/g;
// An entry that does not end must not swallow the next one, which begins its line.
const nextEntry = /^[ \t]*@[ \t]*[A-Za-z]+\s*[{(]\s*(?:[^\s=,{}()"#%']+\s*[,=}]|")/gm;
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The entries of a file, and where fields stand that no entry holds. */
export interface BibFile {
  entries: BibEntry[];
  strays: number[];
}

/**
 * The entries of a BibTeX or BibLaTeX file, with its `@string`s put in. A broken entry costs none
 * but itself.
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
      key.lastIndex = skipBlanks(reading);
      const name = key.exec(text)?.[0] ?? "";
      const afterKey = key.lastIndex;
      // Without a key what stands here is a field's name.
      const isField = /^\s*=/.test(text.slice(afterKey, afterKey + 50));
      if (!isField) reading.at = afterKey;
      const read = readFieldsOf(reading, close);
      at = reading.at;
      entries.push({ start: match.index, type, key: isField ? "" : name, ...read });
    }
    // Where an entry ended too early, what is left of it is not searched for entries in a line.
    if (at <= match.index) at = match.index + 1;
  }
}

/** A field or the sign of an entry outside of any, as damage leaves them; a comment begins with %. */
function strayField(between: string): number {
  return between.search(
    /^[ \t]*@|^[^\n%@]{0,40}\b(?:title|author|year|doi|url|eprint)\s*=\s*[{"\d]|^[ \t]*[a-z][\w-]{2,20}[ \t]*=[ \t]*[{"]/im,
  );
}

interface Reading {
  text: string;
  at: number;
  end: number;
  strings: Map<string, string>;
}

function skipBlanks(reading: Reading): number {
  const blanks = /\s*/y;
  blanks.lastIndex = reading.at;
  blanks.test(reading.text);
  reading.at = Math.min(blanks.lastIndex, reading.end);
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
    const at = skipBlanks(reading);
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

/** A value: texts in braces or quotes, numbers and names of strings, joined by `#`. */
function readValue(reading: Reading): string | undefined {
  let value = "";
  for (;;) {
    const sign = reading.text.charAt(skipBlanks(reading));
    if (reading.at >= reading.end) return undefined;
    if (sign === "{" || sign === '"') {
      const inside = sign === "{" ? braced(reading) : quoted(reading);
      if (inside === undefined) return undefined;
      value += inside;
    } else {
      const word = /[^\s,#{}()"]*/y;
      word.lastIndex = reading.at;
      const found = word.exec(reading.text)?.[0] ?? "";
      reading.at += found.length;
      value += reading.strings.get(found.toLowerCase()) ?? found;
    }
    if (reading.text.charAt(skipBlanks(reading)) !== "#" || reading.at >= reading.end) return value;
    reading.at += 1;
  }
}

function skipBlock(reading: Reading): void {
  reading.at -= 1;
  if (reading.text.charAt(reading.at) === "{") braced(reading);
  else reading.at += 1;
}

/** What stands in the braces that open here; nothing where they do not close. */
function braced(reading: Reading): string | undefined {
  return upTo(reading, (sign, depth) => sign === "}" && depth === 0);
}

function quoted(reading: Reading): string | undefined {
  return upTo(reading, (sign, depth) => sign === '"' && depth === 0);
}

function upTo(
  reading: Reading,
  ends: (sign: string, depth: number) => boolean,
): string | undefined {
  const signs = /\\[\s\S]|[{}"]/g;
  const from = reading.at + 1;
  signs.lastIndex = from;
  let depth = 0;
  for (let match = signs.exec(reading.text); match; match = signs.exec(reading.text)) {
    if (match.index >= reading.end) return undefined;
    const [sign] = match;
    if (ends(sign, depth)) {
      reading.at = match.index + 1;
      return reading.text.slice(from, match.index);
    }
    if (sign === "{") depth += 1;
    if (sign === "}" && depth > 0) depth -= 1;
  }
  return undefined;
}
