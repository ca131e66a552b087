import { lineIndex } from "../../../text/line-index.ts";
import { type Dialect, JsonSyntaxError } from "./literals.ts";
import { type Found, skipSeparators } from "./read-value.ts";
import { type LostRecord, salvageRecords, tryRead } from "./salvage-records.ts";

/** A value with the line on which it begins. */
export interface Placed {
  value: unknown;
  line: number;
}

/** A part of a text that cannot be read, or can be read in two ways. */
export interface JsonFault {
  line: number;
  /** What is wrong. For a record with a duplicate name that was read, the name. */
  reason: string;
  /** Whether the record was left out. If not, it was read nevertheless. */
  lost: boolean;
}

/** A text of JSON, or of JSON lines. */
export interface Json {
  values: Placed[];
  /** The elements of a list in this text, each with its line. */
  elements: (list: unknown[]) => Placed[];
  faults: JsonFault[];
}

/**
 * Reads JSON that may be damaged. A record that is broken or cut off is reported, and reading
 * continues with the next one. Reads all valid JSON, and also what damaged sources often contain:
 * line breaks in strings, TeX commands with a single backslash, and missing commas.
 */
export function parseJson(text: string, dialect: Dialect = "json"): Json {
  const lineOf = lineIndex(text);
  const found: Found = { places: new WeakMap(), doubles: [] };
  const values: { value: unknown; at: number }[] = [];
  const lost: LostRecord[] = [];
  for (let at = skipSeparators(text, 0); at < text.length; at = skipSeparators(text, at)) {
    const read = tryRead(text, at, dialect, found);
    if (!(read instanceof JsonSyntaxError)) {
      values.push({ value: read.value, at });
      at = read.end;
    } else if (lost.length > 0 && /[\]}]/.test(text.charAt(at))) {
      // The end of a list that was damaged before.
      at += 1;
    } else {
      const early = closedTooEarly(text, values, at);
      const from = values[early]?.at ?? at;
      if (early >= 0) values.length = early;
      const end = endOfDamage(text, from, read.at);
      const salvaged = salvageRecords(text.slice(0, end), from, read, dialect, found);
      if ("value" in salvaged) values.push({ value: salvaged.value, at: from });
      lost.push(...salvaged.lost);
      at = end;
    }
  }
  return {
    values: values.map(({ value, at }) => ({ value, line: lineOf(at) })),
    elements: (list) =>
      list.map((value, index) => ({ value, line: lineOf(found.places.get(list)?.[index] ?? 0) })),
    faults: [
      ...lost.map(({ at, reason }) => ({ line: lineOf(at), reason, lost: true })),
      ...found.doubles.map(({ name, at }) => ({
        line: lineOf(at),
        reason: `"${name}"`,
        lost: false,
      })),
    ],
  };
}

/**
 * The index of the last list, if the error is still on its line (in JSON lines): a bracket inside a
 * damaged record has closed it, and its other records follow. Otherwise -1.
 */
function closedTooEarly(text: string, values: { value: unknown; at: number }[], at: number) {
  const index = values.findLastIndex(({ value }) => Array.isArray(value));
  const list = values[index];
  return list && nextLine(text, list.at) > at ? index : -1;
}

/** Where reading continues after a damaged value: at the next line of JSON lines, or at the end. */
function endOfDamage(text: string, from: number, errorAt: number): number {
  const end = nextLine(text, from);
  // A list whose records begin their lines: the records before the error belong to it.
  return /^[\s[]*$/.test(text.slice(from, end)) ? nextLine(text, errorAt) : end;
}

/** The next line that opens a value without indentation, or the end of the text. */
function nextLine(text: string, from: number): number {
  const newLine = /[\r\n](?=[[{]["'{[])/g;
  newLine.lastIndex = from;
  return newLine.test(text) ? newLine.lastIndex : text.length;
}
