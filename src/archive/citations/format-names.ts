/** How people and programs name the formats of citations, without what writes them. */
export const formatNames = {
  bib: { name: "BibTeX", mediaType: "application/x-bibtex" },
  ris: { name: "RIS", mediaType: "application/x-research-info-systems" },
  json: { name: "CSL-JSON", mediaType: "application/vnd.citationstyles.csl+json" },
} as const;
