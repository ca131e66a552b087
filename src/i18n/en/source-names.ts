/** Names of the formats that papers are read from. */
export const sourceNames = {
  "arxiv-atom": "arXiv",
  bibtex: "BibTeX",
  "csl-json": "CSL-JSON",
  "daily-papers": "Daily Papers",
  "daily-papers-api": "Daily Papers (API)",
  "daily-papers-text": "Daily Papers (page)",
  "id-list": "List of ids",
  note: "Owner’s note",
  "offprint-json": "Offprint export",
  openreview: "OpenReview",
  "reading-list-yaml": "Reading list (YAML)",
  ris: "RIS",
  "semantic-scholar": "Semantic Scholar",
  "zotero-json": "Zotero",
};
