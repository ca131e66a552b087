import { type BibFields, readFieldsOf } from "./fields.ts";
import { type Reading, skipBlock, skipSpace } from "./values.ts";

/** One entry of a BibTeX file. */
export interface BibEntry extends BibFields {
  /** The offset of the entry's `@`. */
  start: number;
  type: string;
  key: string;
}

const opening = /@[ \t]*([A-Za-z]+)\s*([{(])/g;
// The next entry starts on a new line. An unclosed entry must not swallow it.
const nextEntry = /(?<![^\r\n])[ \t]*@[ \t]*[A-Za-z]+\s*[{(]\s*(?:[^\s=,{}()"#%']+\s*[,=}]|")/g;
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The contents of a BibTeX file. */
export interface BibFile {
  entries: BibEntry[];
  /** The `@string` entries, which are part of no paper. */
  strings: BibEntry[];
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
  const definitions: BibEntry[] = [];
  const searched = new Set<number>();
  const strays: number[] = [];
  let at = 0;
  let line = 0;
  for (;;) {
    opening.lastIndex = at;
    const match = opening.exec(text);
    const stray = entries.at(-1)?.whole === false ? -1 : strayField(text.slice(at, match?.index));
    if (stray >= 0) strays.push(at + stray);
    if (!match) return { entries, strings: definitions, strays };
    while ((starts[line] ?? text.length) <= match.index) line += 1;
    const end = starts[line] ?? text.length;
    const type = (match[1] ?? "").toLowerCase();
    const close = match[2] === "(" ? ")" : "}";
    const from = match.index + match[0].length;
    const reading: Reading = { text, at: from, end, close, strings, searched };
    if (type === "comment" || type === "preamble") {
      at = reading.at;
      skipBlock(reading);
      at = Math.max(at, reading.at);
    } else if (type === "string") {
      const read = readFieldsOf(reading);
      for (const [name, value] of read.fields) strings.set(name, value);
      at = reading.at;
      definitions.push({ start: match.index, type, key: "", ...read });
    } else {
      const key = /[^,\s=}]*/y;
      key.lastIndex = skipSpace(reading);
      const name = key.exec(text)?.[0] ?? "";
      const afterKey = key.lastIndex;
      // An entry without a key begins with its first field.
      const isField = /^\s*=/.test(text.slice(afterKey, afterKey + 50));
      // The rest of a key that has spaces names nothing.
      const rest = /[^,={}()"\r\n]*(?=,)/y;
      rest.lastIndex = afterKey;
      if (!isField) reading.at = rest.test(text) ? rest.lastIndex : afterKey;
      const read = readFieldsOf(reading);
      at = reading.at;
      entries.push({ start: match.index, type, key: isField ? "" : name, ...read });
    }
    if (at <= match.index) at = match.index + 1;
  }
}

/** Finds an `@` or a field that damage has left in the text between two entries. */
function strayField(between: string): number {
  return between.search(
    /(?<![^\r\n])(?:[ \t]*@|[^\r\n%@]{0,40}\b(?:title|author|year|doi|url|eprint)\s*=\s*[{"\d]|[ \t]*(?:,[ \t]*)?[a-z][\w-]{2,20}[ \t]*=[ \t]*[{"])/i,
  );
}
