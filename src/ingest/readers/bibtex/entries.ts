import { certainStarts, entryStart } from "./entry-start.ts";
import { type BibFields, readFieldsOf } from "./fields.ts";
import { entryType } from "./type-names.ts";
import { looseSearch, type Reading, skipBlock, skipSpace } from "./values.ts";

/** One entry of a BibTeX file. */
export interface BibEntry extends BibFields {
  /** The offset of the entry's `@`. */
  start: number;
  type: string;
  key: string;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The contents of a BibTeX file. */
export interface BibFile {
  entries: BibEntry[];
  /** The `@string` entries, which are part of no paper. */
  strings: BibEntry[];
  /** The texts of `@comment`s, in which programs keep groups. */
  comments: string[];
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
  const starts = certainStarts(text);
  const entries: BibEntry[] = [];
  const definitions: BibEntry[] = [];
  const strays: number[] = [];
  const comments: string[] = [];
  let at = 0;
  let line = 0;
  let search = looseSearch(0, starts[0] ?? text.length);
  for (;;) {
    const found = entryStart(text, at);
    const stray = entries.at(-1)?.whole === false ? -1 : strayField(text.slice(at, found?.start));
    if (stray >= 0) strays.push(at + stray);
    if (!found) return { entries, strings: definitions, comments, strays };
    const { start, close, from } = found;
    while ((starts[line] ?? text.length) <= start) {
      line += 1;
      search = looseSearch(starts[line - 1] ?? 0, starts[line] ?? text.length);
    }
    const end = starts[line] ?? text.length;
    const type = entryType(found.type);
    const reading: Reading = { text, at: from, end, close, strings, search };
    if (type === "comment" || type === "preamble") {
      at = reading.at;
      skipBlock(reading);
      at = Math.max(at, reading.at);
      if (type === "comment") comments.push(text.slice(from, at - 1));
    } else if (type === "string") {
      const read = readFieldsOf(reading);
      for (const [name, value] of read.fields) strings.set(name, value);
      at = reading.at;
      definitions.push({ start, type, key: "", ...read });
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
      entries.push({ start, type, key: isField ? "" : name, ...read });
    }
    if (at <= start) at = start + 1;
  }
}

/** Finds an `@` or a field that damage has left in the text between two entries. */
function strayField(between: string): number {
  return between.search(
    /(?<![^\r\n])(?:[ \t]*@|[^\r\n%@]{0,40}\b(?:title|author|year|doi|url|eprint)\s*=\s*[{"\d]|[ \t]*(?:,[ \t]*)?[a-z][\w-]{2,20}[ \t]*=[ \t]*[{"])/i,
  );
}
