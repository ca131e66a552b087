import { type Citation, type CitedVenue, oneLine, pageRange, urlOf } from "./citation.ts";
import { familyFirst, readNames } from "./names.ts";

/** A `<meta>` of a page. */
export interface MetaTag {
  name: string;
  content: string;
}

/**
 * The `citation_*` tags that Google Scholar reads on a paper's page. None without the authors' names
 * or the year: Scholar takes half a description for a wrong one.
 */
export function scholarTags(citation: Citation): MetaTag[] {
  const { titleText, authors, published, arxiv, doi, venue } = citation;
  const names = readNames(authors, citation.work?.families);
  if (names.length === 0 || published === undefined) return [];
  const url = urlOf(citation);
  const tags: [string, string | undefined][] = [
    ["citation_title", oneLine(titleText)],
    ...names.map((name): [string, string] => ["citation_author", familyFirst(name)]),
    ["citation_publication_date", published.replaceAll("-", "/")],
    ...(venue ? venueTags(venue) : []),
    ["citation_arxiv_id", arxiv],
    ["citation_doi", doi],
    ["citation_public_url", url],
  ];
  return tags.flatMap(([name, content]) => (content === undefined ? [] : [{ name, content }]));
}

const titles = {
  journal: "citation_journal_title",
  conference: "citation_conference_title",
  book: "citation_inbook_title",
};

function venueTags(venue: CitedVenue): [string, string | undefined][] {
  const { first, last } = pageRange(venue.pages);
  return [
    [titles[venue.kind], oneLine(venue.name)],
    ["citation_volume", venue.volume],
    ["citation_issue", venue.number],
    ["citation_firstpage", first],
    ["citation_lastpage", last],
    ["citation_publisher", venue.publisher],
  ];
}
