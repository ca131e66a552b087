/**
 * Citations of papers in the formats that reference managers read. Everything here also works in a
 * browser. `citation-of.ts`, which makes the records, needs the Markdown parser, so it is not
 * exported here.
 */
import { bibtexEntry } from "./bibtex.ts";
import type { Citation } from "./citation.ts";
import { cslJsonEntry } from "./csl-json.ts";
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
  /** What a file has before its entries, between each two of them and after them. */
  around: { before: string; between: string; after: string };
}

/** The formats in which a citation can be copied or downloaded, in the order of the page. */
export const citationFormats: readonly CitationFormat[] = [
  format({
    name: "BibTeX",
    extension: "bib",
    mediaType: "application/x-bibtex",
    entry: bibtexEntry,
    around: { before: "", between: "\n", after: "" },
  }),
  format({
    name: "RIS",
    extension: "ris",
    mediaType: "application/x-research-info-systems",
    entry: risRecord,
    around: { before: "", between: "\r\n", after: "" },
  }),
  format({
    name: "CSL-JSON",
    extension: "json",
    mediaType: "application/vnd.citationstyles.csl+json",
    entry: cslJsonEntry,
    around: { before: "[\n", between: ",\n", after: "\n]\n" },
  }),
];

function format(parts: Omit<CitationFormat, "write">): CitationFormat {
  const { entry, around } = parts;
  const write = (citations: readonly Citation[]) =>
    `${around.before}${citations.map(entry).join(around.between)}${around.after}`;
  return { ...parts, write };
}

export type { Citation, TextPart } from "./citation.ts";
