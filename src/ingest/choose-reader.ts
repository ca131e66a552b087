import type { Message, Staged } from "../schemas/message.ts";
import type { RawPaper, SeedContext } from "./raw-paper.ts";
import { arxivAtom, arxivAtomAnywhere } from "./readers/arxiv-atom.ts";
import { bibtex, bibtexAnywhere } from "./readers/bibtex/index.ts";
import { cslJson } from "./readers/csl-json.ts";
import { dailyPapersApi } from "./readers/daily-papers-api/index.ts";
import { dailyPapersText } from "./readers/daily-papers-text/index.ts";
import { idList } from "./readers/id-list.ts";
import { seedJson } from "./readers/json/seed-json.ts";
import { offprintJson } from "./readers/offprint-json.ts";
import { openreview } from "./readers/openreview.ts";
import type { Reader, SeedText } from "./readers/reader.ts";
import { readingListYaml } from "./readers/reading-list-yaml.ts";
import { ris, risAnywhere } from "./readers/ris.ts";
import { semanticScholar } from "./readers/semantic-scholar.ts";
import { zoteroJson } from "./readers/zotero-json.ts";

/** Readers of a format with records in JSON. */
export const jsonReaders: readonly Reader[] = [
  dailyPapersApi,
  semanticScholar,
  openreview,
  zoteroJson,
  cslJson,
];

/** Formats of JSON and XML. Their texts may hold lines of any other format. */
const dataReaders = [offprintJson, arxivAtom, ...jsonReaders];
/** Formats that show in the first line. */
const byFirstLine = [ris, bibtex, readingListYaml];
/** Formats that show in some line, as after a damaged beginning or the owner's own words. */
const byAnyLine = [dailyPapersText, arxivAtomAnywhere, risAnywhere, bibtexAnywhere, idList];

/** The permanent names of all formats. */
export const formats = [
  ...new Set([...dataReaders, ...byFirstLine, ...byAnyLine].map(({ format }) => format)),
];

/**
 * Reads a file by the format that its structure shows; undefined if it is in none. A file that
 * begins as JSON or XML is in no other format, whatever its texts contain. Where several readers
 * recognise a file, each of them reads it, and the best result counts.
 */
export function readByStructure(
  seed: SeedText,
  context: SeedContext,
): Staged<RawPaper[]> | undefined {
  const data = best(dataReaders, seed, context);
  if (jsonStart.test(seed.text) && (data || isJson(seed))) return data;
  if (xmlStart.test(seed.text) && data && data.value.length > 0) return data;
  const first = best(byFirstLine, seed, context);
  const count = first?.value.length ?? 0;
  // Fewer papers may be what the first title of a page looks like.
  if (first && count >= fewestPapers && errorsIn(first.messages) === 0) return first;
  const other = better(data, best(byAnyLine, seed, context));
  // The first line says more than any other, so another format must explain much more.
  return first && (other?.value.length ?? 0) <= 2 * count ? first : other;
}

const fewestPapers = 3;
const jsonStart = /^[\s\uFEFF]*[[{]\s*(?:["'[{\]}]|$)/;
const xmlStart = /^[\s\uFEFF]*<(?:[?!]|(?:\w+:)?(?:feed|entry)(?![\w:]))/;

/** Whether a file is valid JSON throughout, even if no reader knows its format. */
function isJson(seed: SeedText): boolean {
  return seedJson(seed)?.faults.every(({ lost }) => !lost) ?? false;
}

/** The best result of the readers that recognise a file. */
function best(
  readers: readonly Reader[],
  seed: SeedText,
  context: SeedContext,
): Staged<RawPaper[]> | undefined {
  const fitting = readers.filter((reader) => reader.recognises(seed));
  let found: Staged<RawPaper[]> | undefined;
  for (const reader of fitting) found = better(found, reader.read(seed, context));
  return found;
}

/** The result with more papers, or else with fewer errors; the first if there is no difference. */
function better(
  a: Staged<RawPaper[]> | undefined,
  b: Staged<RawPaper[]> | undefined,
): Staged<RawPaper[]> | undefined {
  if (!a || !b) return a ?? b;
  const more = a.value.length - b.value.length || errorsIn(b.messages) - errorsIn(a.messages);
  return more >= 0 ? a : b;
}

function errorsIn(messages: readonly Message[]): number {
  return messages.filter(({ severity }) => severity === "error").length;
}
