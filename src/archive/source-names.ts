/** What readers are told of a source, by the permanent name of its format that entries keep. */
const names: Readonly<Record<string, string>> = {
  "arxiv-atom": "arXiv",
  bibtex: "BibTeX",
  "csl-json": "CSL-JSON",
  "daily-papers-api": "Daily Papers, API",
  "daily-papers-text": "Daily Papers, page",
  "id-list": "List of ids",
  note: "Owner’s note",
  "offprint-json": "Offprint’s export",
  "reading-list-yaml": "Reading list, YAML",
  ris: "RIS",
  "semantic-scholar": "Semantic Scholar",
  "zotero-json": "Zotero",
};

/** A format's name for readers; one that is not known here goes by its own. */
export function sourceName(format: string): string {
  return (Object.hasOwn(names, format) ? names[format] : undefined) ?? format;
}
