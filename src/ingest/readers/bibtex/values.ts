/** A place in a BibTeX file from which fields are read. */
export interface Reading {
  text: string;
  at: number;
  /** Where the next entry begins, at the latest. */
  end: number;
  /** What closes the entry: `}` or `)`. */
  close: string;
  /** The values of `@string`, by name. */
  strings: Map<string, string>;
  /** Shared by all readings up to the same end. */
  search: LooseSearch;
}

/**
 * How many more characters may be searched for the ends of loosely quoted values. Sound values are
 * searched once, but nested ones in a damaged entry may be searched again and again.
 */
export interface LooseSearch {
  left: number;
}

/** The search from one certain start of an entry to the next. */
export function looseSearch(start: number, end: number): LooseSearch {
  return { left: 8 * (end - start) };
}

/** The value of a field. */
export interface BibValue {
  text: string;
  /** It has neither braces nor quotation marks. */
  bare: boolean;
  /** It has quotation marks inside of quotation marks, so its end is a guess. */
  unsure: boolean;
  /** Names in it that no `@string` defines; they stay as text. */
  undefinedNames: string[];
}

/** Moves to the next character that is not white space. */
export function skipSpace(reading: Reading): number {
  const space = /\s*/y;
  space.lastIndex = reading.at;
  space.test(reading.text);
  reading.at = Math.min(space.lastIndex, reading.end);
  return reading.at;
}

/**
 * A value: text in braces or quotes, numbers and names of strings, joined by `#`. Undefined where it
 * is not closed.
 */
export function readValue(reading: Reading): BibValue | undefined {
  const value: BibValue = { text: "", bare: true, unsure: false, undefinedNames: [] };
  for (;;) {
    const opening = reading.text.charAt(skipSpace(reading));
    if (reading.at >= reading.end) return undefined;
    if (opening === "{" || opening === '"') {
      const inside = opening === "{" ? braced(reading) : quoted(reading);
      if (inside === undefined) return undefined;
      value.text += inside.text;
      value.bare = false;
      value.unsure ||= inside.unsure;
    } else {
      const word = /[^\s,#{}()"]*/y;
      word.lastIndex = reading.at;
      const found = word.exec(reading.text)?.[0] ?? "";
      reading.at += found.length;
      const string = reading.strings.get(found.toLowerCase());
      if (string === undefined && /^[^\d\W]/.test(found)) value.undefinedNames.push(found);
      value.text += string ?? found;
    }
    if (reading.text.charAt(skipSpace(reading)) !== "#" || reading.at >= reading.end) return value;
    reading.at += 1;
  }
}

/** Skips the content of `@comment` or `@preamble`. */
export function skipBlock(reading: Reading): void {
  reading.at -= 1;
  if (reading.text.charAt(reading.at) === "{") braced(reading);
  else reading.at += 1;
}

interface Inside {
  text: string;
  unsure: boolean;
}

/** The text in the braces that open here; undefined if they are not closed. */
function braced(reading: Reading): Inside | undefined {
  const from = reading.at + 1;
  const end = closing(reading, from, "}");
  if (end === undefined) return undefined;
  reading.at = end + 1;
  return { text: reading.text.slice(from, end), unsure: false };
}

/**
 * The text in the quotation marks that open here; undefined if they are not closed. A quotation mark
 * that nothing of BibTeX follows is part of the text.
 */
function quoted(reading: Reading): Inside | undefined {
  const from = reading.at + 1;
  const first = closing(reading, from, '"');
  if (first === undefined) return undefined;
  const end = endsValue(reading, first) ? first : looseEnd(reading, first);
  reading.at = end + 1;
  return { text: reading.text.slice(from, end), unsure: end !== first };
}

/** The first such character outside of inner braces. */
function closing({ text, end }: Reading, from: number, wanted: string): number | undefined {
  const delimiters = /\\[\s\S]|[{}"]/g;
  delimiters.lastIndex = from;
  let depth = 0;
  for (let match = delimiters.exec(text); match; match = delimiters.exec(text)) {
    if (match.index >= end) return undefined;
    const [character] = match;
    if (depth === 0 && character === wanted) return match.index;
    if (character === "{") depth += 1;
    if (character === "}" && depth > 0) depth -= 1;
  }
  return undefined;
}

/**
 * The quotation mark that closes a value in which the first one does not: the next that ends a value,
 * or else the last one before the next field or the end of the entry.
 */
function looseEnd(reading: Reading, first: number): number {
  const { search, end } = reading;
  const limit = Math.min(end, first + search.left);
  const { found, stop } = searchLooseEnd(reading, first, limit);
  search.left -= stop - first;
  return found;
}

function searchLooseEnd(
  reading: Reading,
  first: number,
  limit: number,
): { found: number; stop: number } {
  const { text, close } = reading;
  const signs = /\\[\s\S]|[{}"]|[,\r\n][ \t]*[A-Za-z][\w:.+-]*[ \t]*=[ \t]*(?=["{\w])/g;
  signs.lastIndex = first + 1;
  let depth = 0;
  let last = first;
  for (let match = signs.exec(text); match && match.index < limit; match = signs.exec(text)) {
    const [sign] = match;
    const stop = match.index;
    if (sign === "{") depth += 1;
    else if (sign === "}") {
      if (depth === 0 && close === "}") return { found: last, stop };
      depth = Math.max(0, depth - 1);
    } else if (sign === '"') {
      if (depth > 0) continue;
      if (endsValue(reading, stop)) return { found: stop, stop };
      last = stop;
    } else if (!sign.startsWith("\\")) return { found: last, stop };
  }
  return { found: last, stop: limit };
}

/** Whether a comma and a field, `#`, or the end of the entry follow a quotation mark. */
function endsValue({ text, end, close }: Reading, mark: number): boolean {
  const skip = (from: number, space: RegExp) => {
    space.lastIndex = from;
    space.test(text);
    return space.lastIndex;
  };
  const next = skip(mark + 1, /\s*(?:%[^\r\n]{0,200}[\r\n]\s*){0,3}/y);
  const isEnd = (at: number) => at >= end || text.charAt(at) === close;
  if (isEnd(next) || text.charAt(next) === "#") return true;
  const after =
    text.charAt(next) === "," ? skip(next, /[\s,]*(?:%[^\r\n]{0,200}[\r\n][\s,]*){0,3}/y) : next;
  const field = /[A-Za-z][^\s=,{}()"#]*\s*=/y;
  field.lastIndex = after;
  return isEnd(after) || field.test(text);
}
