/**
 * Citations of papers in the formats that reference managers read. Everything here also works in a
 * browser. `citation-of.ts`, which makes the records, needs the Markdown parser, so it is not
 * exported here.
 */
import { bibtexEntry } from "./bibtex.ts";
import type { Citation } from "./citation.ts";
import { cslJsonEntry, cslJsonFile } from "./csl-json.ts";
import { risRecord } from "./ris.ts";

/** A format: its name for people, its files' ending and type, and its writer. */
export interface CitationFormat {
  name: string;
  extension: "bib" | "ris" | "json";
  mediaType: string;
  /** A file of papers, in the order given. */
  write: (citations: readonly Citation[]) => string;
  /** One paper, as it appears in a file. */
  entry: (citation: Citation) => string;
  /** Entries made into a file, in the order given. */
  file: (entries: readonly string[]) => string;
}

/** The formats in which a citation can be copied or downloaded, in the order of the page. */
export const citationFormats: readonly CitationFormat[] = [
  format({
    name: "BibTeX",
    extension: "bib",
    mediaType: "application/x-bibtex",
    entry: bibtexEntry,
    file: (entries) => entries.join("\n"),
  }),
  format({
    name: "RIS",
    extension: "ris",
    mediaType: "application/x-research-info-systems",
    entry: risRecord,
    file: (entries) => entries.join("\r\n"),
  }),
  format({
    name: "CSL-JSON",
    extension: "json",
    mediaType: "application/vnd.citationstyles.csl+json",
    entry: cslJsonEntry,
    file: cslJsonFile,
  }),
];

function format(parts: Omit<CitationFormat, "write">): CitationFormat {
  return { ...parts, write: (citations) => parts.file(citations.map(parts.entry)) };
}

export type { Citation, TextPart } from "./citation.ts";
