import type * as english from "../en.ts";

/** German names of the formats that papers are read from. */
export const sourceNames: typeof english.sourceNames = {
  "arxiv-atom": "arXiv",
  bibtex: "BibTeX",
  "csl-json": "CSL-JSON",
  "daily-papers": "Daily Papers",
  "daily-papers-api": "Daily Papers (API)",
  "daily-papers-text": "Daily Papers (Seite)",
  "id-list": "Liste von Kennungen",
  note: "Notiz des Betreibers",
  "offprint-json": "Offprint-Export",
  openreview: "OpenReview",
  "reading-list-yaml": "Leseliste (YAML)",
  ris: "RIS",
  "semantic-scholar": "Semantic Scholar",
  "zotero-json": "Zotero",
};
