import { type Reading, readValue, skipSpace } from "./values.ts";

/** Something in an entry that cannot be read as it is meant. */
export type BibFault =
  | { at: number; kind: "text"; text: string }
  | { at: number; kind: "end"; field: string }
  /** A name that no `@string` defines. */
  | { at: number; kind: "string"; field: string; text: string };

/** The fields of an entry, with their values as they are written, including LaTeX. */
export interface BibFields {
  /** By name in lower case. If a field is given twice, the first value counts, as in BibTeX. */
  fields: Map<string, string>;
  /** The names of fields given more than once. */
  doubles: string[];
  /** Text that belongs to no field, and values whose end is a guess. */
  faults: BibFault[];
  /** Whether the entry is closed; if not, its last field may be missing. */
  whole: boolean;
}

/** Fields of words. One without braces goes on until the next comma. */
const ofWords = new Set(["title", "subtitle", "abstract", "journal", "booktitle"]);

/** Fields in which names of strings are usual. Dates have their own messages. */
const ofNames = new Set(
  "title journal journaltitle booktitle series publisher author editor school institution organization".split(
    " ",
  ),
);

/** Reads the fields of an entry up to its end. */
export function readFieldsOf(reading: Reading): BibFields {
  const found: BibFields = { fields: new Map(), doubles: [], faults: [], whole: false };
  const name = /([^\s=,{}()"#]+)\s*=/y;
  let bare: string | undefined;
  for (;;) {
    const from = skipSpace(reading);
    const stray = strayText(reading);
    if (stray !== "") addStray(found, from, stray, bare);
    bare = undefined;
    if (reading.at >= reading.end) return found;
    const sign = reading.text.charAt(reading.at);
    if (sign === reading.close) {
      reading.at += 1;
      return { ...found, whole: true };
    }
    name.lastIndex = reading.at;
    const match = name.exec(reading.text);
    if (!match) {
      reading.at += 1;
      continue;
    }
    reading.at = name.lastIndex;
    const value = readValue(reading);
    if (value === undefined) return found;
    const key = (match[1] ?? "").toLowerCase();
    if (found.fields.has(key)) found.doubles.push(key);
    else {
      found.fields.set(key, value.text);
      if (value.bare && ofWords.has(key)) bare = key;
    }
    for (const text of ofNames.has(key) ? value.undefinedNames : [])
      found.faults.push({ at: match.index, kind: "string", field: key, text });
    if (value.unsure) found.faults.push({ at: match.index, kind: "end", field: key });
  }
}

/** Text after a value in braces or quotes is in no field; without them, it belongs to the value. */
function addStray({ fields, faults }: BibFields, at: number, text: string, bare?: string): void {
  if (bare === undefined) {
    faults.push({ at, kind: "text", text });
    return;
  }
  fields.set(bare, `${fields.get(bare) ?? ""} ${text}`);
  // Its first word is not a name, then.
  if (faults.at(-1)?.kind === "string") faults.pop();
  faults.push({ at, kind: "end", field: bare });
}

/** Moves to the next comma, field or end, and returns the text before it without comments. */
function strayText(reading: Reading): string {
  const { text, end, close } = reading;
  const piece = /%[^\r\n={}]*(?=[\r\n])|%|\{[^{}=,]*\}|[^\s=,{}()"#%]+|[\s\S]/y;
  const field = /[^\s=,{}()"#]+\s*=/y;
  const pieces: string[] = [];
  for (;;) {
    const at = skipSpace(reading);
    const sign = text.charAt(at);
    if (at >= end || sign === close || sign === ",") return pieces.join(" ");
    field.lastIndex = at;
    if (field.test(text) && field.lastIndex <= end) return pieces.join(" ");
    piece.lastIndex = at;
    const [found = sign] = piece.exec(text) ?? [];
    reading.at = Math.min(at + found.length, end);
    if (!found.startsWith("%")) pieces.push(found);
  }
}
