import type { WorkType } from "../../schemas/work-types.ts";
import { type Citation, oneLine, pageRange, typeOf, urlOf } from "./citation.ts";
import { hasInstitution } from "./extras.ts";
import { type Name, nameForZotero, readNames } from "./names.ts";
import { zoteroTypes } from "./zotero-types.ts";

/** A `<meta>` of a page. */
export interface MetaTag {
  name: string;
  content: string;
}

type Tag = [name: string, content: string | undefined];

/**
 * The tags by which Google Scholar and Zotero read a paper's page: `citation_*`, and Dublin Core for what
 * these cannot say. Without the names of authors there are none, and without a year no `citation_*`: Scholar
 * takes half a description for a wrong one. The abstract is the page's description.
 */
export function paperTags(citation: Citation, pdf?: string): MetaTag[] {
  const names = readNames(citation.authors, citation.work?.families);
  if (names.length === 0) return [];
  const tags =
    citation.published === undefined
      ? names.map((name): Tag => ["DC.creator", inTag(name, false)])
      : [...workTags(citation, names, pdf), ...publicationTags(citation)];
  return [...tags, ["DC.type", dublinCoreType(citation)] satisfies Tag].flatMap(([name, value]) => {
    const content = oneLine(value ?? "");
    return content === "" ? [] : [{ name, content }];
  });
}

function workTags(citation: Citation, names: readonly Name[], pdf: string | undefined): Tag[] {
  const { titleText, published, arxiv, doi, work = {} } = citation;
  const editors = readNames(work.editors ?? [], work.families);
  return [
    ["citation_title", titleText],
    ...names.map((name): Tag => ["citation_author", inTag(name, names.length === 1)]),
    ...editors.map((name): Tag => ["citation_editor", inTag(name, editors.length === 1)]),
    ["citation_publication_date", published?.replaceAll("-", "/")],
    ["citation_doi", doi],
    ["citation_arxiv_id", arxiv],
    ["citation_public_url", urlOf(citation)],
    ["citation_pdf_url", pdf],
  ];
}

/**
 * A name with the family name first. Zotero divides a single author at a comma between two names of two words
 * each, unless a semicolon ends the list.
 */
function inTag(name: Name, isSingle: boolean): string {
  const text = nameForZotero(name);
  const [family = "", given = ""] = text.split(", ");
  return isSingle && family.includes(" ") && given.includes(" ") ? `${text};` : text;
}

/**
 * Where the work appeared, by what it is: Zotero takes some of these tags for the type of the work, whatever
 * else says it. It has a venue from `DC.source` where no tag names one of this type.
 */
function publicationTags(citation: Citation): Tag[] {
  const { venue, work = {} } = citation;
  const type = typeOf(citation);
  const { first, last } = pageRange(venue?.pages ?? work.pages);
  return [
    ...venueTags(type, venue?.name),
    ["citation_volume", venue?.volume ?? work.volume],
    ["citation_issue", venue?.number],
    ["citation_firstpage", first],
    ["citation_lastpage", last],
    ["citation_publisher", publisherOf(citation)],
    ["citation_series_title", work.series],
    ["citation_isbn", work.isbn],
    ["citation_issn", work.issn],
    ...institutionTags(citation, type),
  ];
}

function venueTags(type: WorkType, name: string | undefined): Tag[] {
  switch (type) {
    case "article-journal":
      return [["citation_journal_title", name]];
    case "paper-conference":
      return [
        ["citation_conference_title", name],
        ["DC.source", name],
      ];
    case "chapter":
      return [["citation_inbook_title", name]];
    default:
      return [["DC.source", name]];
  }
}

/** The publisher; of a preprint without another one, the repository. */
function publisherOf(citation: Citation): string | undefined {
  const { venue, work = {}, arxiv } = citation;
  const named = venue?.publisher ?? work.publisher;
  const isPreprint = typeOf(citation) === "article" && venue === undefined;
  return named ?? (isPreprint && arxiv !== undefined ? "arXiv" : undefined);
}

/** Numbers and institutions. Zotero has the id of a preprint in the field that is a report's number. */
function institutionTags({ work = {}, arxiv }: Citation, type: WorkType): Tag[] {
  const number = "citation_technical_report_number";
  if (type === "article") return [[number, arxiv && `arXiv:${arxiv}`]];
  if (type === "thesis") return [["citation_dissertation_institution", work.institution]];
  if (type !== "report") return [];
  return [
    ["citation_technical_report_institution", work.institution],
    [number, work.number],
  ];
}

/** What the work is. The institution of a thesis or report says this, too, so its kind can be here. */
function dublinCoreType(citation: Citation): string {
  const type = typeOf(citation);
  const { genre, institution } = citation.work ?? {};
  const isSaid = hasInstitution(type) && institution !== undefined && citation.published;
  return (isSaid ? genre : undefined) ?? zoteroTypes[type];
}
