import { type Citation, oneLine, typeOf, urlOf } from "./citation.ts";
import { nameForZotero, readNames } from "./names.ts";
import { zoteroTypes } from "./zotero-types.ts";

/**
 * A paper as COinS, the title of an empty `<span class="Z3988">`: Zotero offers what a page of
 * many papers holds. For lists only, since it would win over a paper's own `citation_*` tags.
 * It has no character that HTML needs escaped in quotation marks.
 */
export function coins(citation: Citation): string {
  const { titleText, authors, published, doi, venue } = citation;
  const pairs: [string, string | undefined][] = [
    ["ctx_ver", "Z39.88-2004"],
    ["rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"],
    ["rft.title", oneLine(titleText)],
    ...readNames(authors, citation.work?.families).map((name): [string, string] => [
      // Also how Zotero itself names authors in Dublin Core.
      "rft.au",
      nameForZotero(name),
    ]),
    ["rft.source", venue && oneLine(venue.name)],
    ["rft.publisher", venue?.publisher && oneLine(venue.publisher)],
    ["rft.date", published],
    ["rft.identifier", urlOf(citation)],
    ["rft_id", doi === undefined ? undefined : `info:doi/${oneLine(doi)}`],
    // Zotero reads from left to right. Once it knows that a work is an article, it takes the title for that of the
    // journal, and once it knows that it is a thesis, it overlooks the address.
    ["rft.type", zoteroTypes[typeOf(citation)]],
  ];
  return pairs.flatMap(([name, value]) => (value ? [`${name}=${encoded(value)}`] : [])).join("&");
}

/** A value in as few bytes as the format allows: lists have many of them. */
function encoded(value: string): string {
  return encodeURIComponent(value)
    .replaceAll("%20", "+")
    .replace(/%(?:2C|2F|3A)/g, decodeURIComponent);
}
