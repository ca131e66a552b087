import type { CleanPaper } from "../clean-paper.ts";

/**
 * Formats, the most trusted first. Where sources differ, the value of the most trusted one is used.
 */
const trust = [
  "reading-list-yaml",
  "arxiv-atom",
  "csl-json",
  "bibtex",
  "zotero-json",
  "ris",
  "openreview",
  "semantic-scholar",
  "daily-papers-api",
  "daily-papers-text",
  "id-list",
];

/** Sorts records by trust. Of several versions, the latest comes first. */
export function byTrust(a: CleanPaper, b: CleanPaper): number {
  return (
    rank(a) - rank(b) ||
    (b.version ?? 0) - (a.version ?? 0) ||
    compare(a.source.file, b.source.file) ||
    a.source.line - b.source.line ||
    (a.source.record ?? 1) - (b.source.record ?? 1)
  );
}

function rank({ source, archived }: CleanPaper): number {
  // An exported paper is as trusted as the best of its own sources.
  const { format } = archived?.sources[0] ?? source;
  return trust.indexOf(format) + 1 || trust.length + 1;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
