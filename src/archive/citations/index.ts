/**
 * Citations of papers in the formats that reference managers read. Everything here works in a
 * browser too; `citation-of.ts`, which makes the records, needs the Markdown parser and stands apart.
 */
import { bibtexFile } from "./bibtex.ts";
import type { Citation } from "./citation.ts";
import { cslJsonFile } from "./csl-json.ts";
import { risFile } from "./ris.ts";

/** A format: its name for people, its files' ending and type, and its writer. */
export interface CitationFormat {
  name: string;
  extension: "bib" | "ris" | "json";
  mediaType: string;
  write: (citations: readonly Citation[]) => string;
}

export const citationFormats: readonly CitationFormat[] = [
  { name: "BibTeX", extension: "bib", mediaType: "application/x-bibtex", write: bibtexFile },
  {
    name: "RIS",
    extension: "ris",
    mediaType: "application/x-research-info-systems",
    write: risFile,
  },
  {
    name: "CSL-JSON",
    extension: "json",
    mediaType: "application/vnd.citationstyles.csl+json",
    write: cslJsonFile,
  },
];

export type { Citation } from "./citation.ts";
export { coins } from "./coins.ts";
export { scholarTags } from "./scholar-tags.ts";
