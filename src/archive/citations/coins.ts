import { type Citation, oneLine, urlOf } from "./citation.ts";
import { familyFirst, readNames } from "./names.ts";

/** Zotero's own names. */
const types = { journal: "journalArticle", conference: "conferencePaper", book: "bookSection" };

/**
 * A paper as COinS, the title of an empty `<span class="Z3988">`: Zotero offers what a page of
 * many papers holds. For lists only, since it would win over a paper's own `citation_*` tags.
 */
export function coins(citation: Citation): string {
  const { titleText, authors, published, arxiv, doi, venue } = citation;
  const url = urlOf(citation);
  const pairs: [string, string | undefined][] = [
    ["ctx_ver", "Z39.88-2004"],
    ["rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"],
    ["rft.type", venue ? types[venue.kind] : arxiv === undefined ? "document" : "preprint"],
    ["rft.title", oneLine(titleText)],
    ...readNames(authors, citation.work?.families).map((name): [string, string] => [
      "rft.creator",
      familyFirst(name),
    ]),
    ["rft.source", venue && oneLine(venue.name)],
    ["rft.publisher", venue?.publisher && oneLine(venue.publisher)],
    ["rft.date", published],
    ["rft.identifier", url],
    ["rft_id", doi === undefined ? undefined : `info:doi/${oneLine(doi)}`],
  ];
  return pairs
    .flatMap(([name, value]) => (value ? [`${name}=${encodeURIComponent(value)}`] : []))
    .join("&");
}
