import { type Dialect, JsonSyntaxError, type Literal } from "./literals.ts";
import { type Found, readValue } from "./read-value.ts";

/** A record that cannot be read: its offset, and why. */
export interface LostRecord {
  at: number;
  reason: string;
}

/** What could be read of a damaged value: the value without its broken records. */
export interface Salvaged {
  /** Absent where the damaged text is not a list of records. */
  value?: unknown;
  lost: LostRecord[];
}

/** Names under which APIs and programs give a list of records. */
const containers = "papers|items|data|entries|results|references";

/** How often reading the text may fail before giving up, each time from another offset. */
const maxRereads = 5;

/** What may be between two records. */
const betweenRecords = /^[\s\uFEFF,[\]]*$/;

/**
 * Reads the records of a damaged list, or of a damaged object that contains one. Each intact record
 * is kept, wherever the text around it is broken. The damaged value extends from an offset to the
 * end of the text.
 */
export function salvageRecords(
  text: string,
  from: number,
  error: JsonSyntaxError,
  dialect: Dialect,
  found: Found,
): Salvaged {
  const list = listAt(text, from);
  if (list === undefined) return { lost: [{ at: from, reason: error.message }] };
  const records: unknown[] = [];
  const places: number[] = [];
  const lost: LostRecord[] = [];
  const next = recordFinder(text);
  let behind: number | undefined;
  let spent = 0;
  for (let at = next(list + 1, true); at !== undefined; ) {
    if (behind !== undefined && !betweenRecords.test(text.slice(behind, at))) {
      lost.push({ at: behind, reason: "unexpected text between two records" });
    }
    const record = tryRead(text, at, dialect, found);
    if (record instanceof JsonSyntaxError) {
      lost.push({ at, reason: record.message });
      behind = undefined;
      spent += record.at - at;
      // Text that was made to be read again and again is not searched for more records.
      if (spent > maxRereads * text.length) at = record.at;
    } else {
      records.push(record.value);
      places.push(at);
      behind = record.end;
    }
    at = next(behind ?? at + 1, lost.length === 0);
  }
  if (lost.length === 0) lost.push({ at: error.at, reason: error.message });
  found.places.set(records, places);
  return { value: withHead(text.slice(from, list), records, dialect), lost };
}

/** Reads a value, or returns the syntax error and discards what it has collected. */
export function tryRead(
  text: string,
  at: number,
  dialect: Dialect,
  found: Found,
): Literal | JsonSyntaxError {
  const before = found.doubles.length;
  try {
    return readValue(text, at, dialect, found);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    found.doubles.length = before;
    return error;
  }
}

/** Where the list of records begins: the damaged value itself, or a list in it by its name. */
function listAt(text: string, from: number): number | undefined {
  if (text.charAt(from) === "[") return from;
  const named = new RegExp(String.raw`["'](?:${containers})["']\s*:\s*\[`, "g");
  named.lastIndex = from;
  return named.test(text) ? named.lastIndex - 1 : undefined;
}

/** The records in the object around them, if the text before the list is intact. */
function withHead(head: string, records: unknown[], dialect: Dialect): unknown {
  if (head === "") return records;
  const found: Found = { places: new WeakMap(), doubles: [] };
  const read = tryRead(`${head}[]}`, 0, dialect, found);
  if (read instanceof JsonSyntaxError || typeof read.value !== "object") return records;
  const name = /["'](\w+)["']\s*:\s*$/.exec(head)?.[1] ?? "";
  return { ...read.value, [name]: records };
}

/**
 * Finds where the next record begins: a `{` followed by the same name as in earlier records, or
 * with the same indentation. Objects inside a damaged record look like records, too, so that names
 * are only learnt from records before the damage.
 */
function recordFinder(text: string) {
  const names = new Set<string>();
  // A string that itself contains a record, from a program that printed each record into a list.
  const patterns = [String.raw`"\{\s*'`];
  let pattern = /\{|"\{\s*'/g;
  return (from: number, isWhole: boolean): number | undefined => {
    pattern.lastIndex = from;
    const at = pattern.exec(text)?.index;
    if (at === undefined || !isWhole) return at;
    const name = /^\{\s*["']([^"']*)["']/.exec(text.slice(at, at + 200))?.[1] ?? "";
    if (names.has(name)) return at;
    names.add(name);
    if (name !== "") patterns.push(String.raw`\{\s*["']${RegExp.escape(name)}["']\s*:`);
    if (names.size === 1) patterns.push(...sameIndent(text, at));
    pattern = new RegExp(patterns.join("|"), "g");
    return at;
  };
}

/** In indented text: a `{` that starts a line with the indentation of this one. */
function sameIndent(text: string, at: number): string[] {
  const indent = /(?:^|[\r\n])([ \t]{1,80})$/.exec(text.slice(Math.max(0, at - 81), at))?.[1];
  return indent === undefined ? [] : [String.raw`(?<=[\r\n]${indent})\{`];
}
