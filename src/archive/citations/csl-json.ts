import { defined } from "../../schemas/defined.ts";
import type { WorkType } from "../../schemas/work-types.ts";
import { type Citation, oneLine, typeOf, urlOf } from "./citation.ts";
import { type Extras, extrasOf, isFactLine, publisherField } from "./extras.ts";
import { keywordsOfCsl, plainKeywords } from "./keywords.ts";
import { type Name, readNames } from "./names.ts";
import { remarksOf } from "./remarks.ts";
import { textWithTags, withoutTags } from "./texts.ts";

interface CslName {
  literal?: string;
  family?: string;
  given?: string;
  "non-dropping-particle"?: string;
  suffix?: string;
}

/** An item of CSL-JSON, in the names of its schema (1.0.2). */
export interface CslItem {
  id: string;
  "citation-key"?: string;
  type: WorkType;
  title: string;
  author?: CslName[];
  editor?: CslName[];
  translator?: CslName[];
  "container-author"?: CslName[];
  issued?: { "date-parts": [number[]] };
  "container-title"?: string;
  "chapter-number"?: string;
  volume?: string;
  issue?: string;
  page?: string;
  genre?: string;
  publisher?: string;
  "publisher-place"?: string;
  "collection-title"?: string;
  edition?: string;
  version?: string;
  ISBN?: string;
  ISSN?: string;
  note?: string;
  number?: string;
  DOI?: string;
  URL?: string;
  abstract?: string;
  keyword?: string;
  annote?: string;
  /** Facts for which CSL has no field. */
  custom?: Extras;
}

/** A paper as an item of CSL-JSON, for citation processors. */
export function cslItem(citation: Citation): CslItem {
  const { id, key, title, authors, published, arxiv, doi, abstract } = citation;
  const names = readNames(authors, citation.work?.families);
  const remarks = remarksOf(citation);
  const type = typeOf(citation);
  const keywords = plainKeywords(citation.keywords, (list) => keywordsOfCsl(list.join(", ")));
  const keyword = keywords.written.join(", ");
  const custom: Extras = {
    ...extrasOf(citation),
    ...defined({
      note: noteOf(citation, true),
      keywords: keywords.unclear,
    }),
  };
  return {
    id: key ?? id,
    ...defined({ "citation-key": key }),
    type,
    title: textWithTags(title),
    ...(names.length > 0
      ? { author: [...names.map(cslName), ...othersIf(citation.work?.authorsCut)] }
      : {}),
    ...(published === undefined
      ? {}
      : { issued: { "date-parts": [published.split("-").map(Number)] } }),
    ...(arxiv === undefined || type !== "article"
      ? {}
      : {
          genre: "preprint",
          ...(citation.venue ? {} : { publisher: "arXiv" }),
          number: `arXiv:${arxiv}`,
        }),
    ...publicationFields(citation),
    ...defined({ DOI: lineOf(doi), URL: urlOf(citation) }),
    ...(abstract ? { abstract: abstract.map(textWithTags).join("\n\n") } : {}),
    ...(keyword === "" ? {} : { keyword }),
    ...(remarks.length > 0 ? { annote: oneLine(remarks.join("; ")) } : {}),
    ...(Object.keys(custom).length > 0 ? { custom } : {}),
  };
}

/**
 * CSL has no field for a list that is cut. Zotero and Pandoc have this name for "and others" of BibTeX,
 * and Pandoc prints it as "et al.".
 */
function othersIf(isCut: true | undefined): CslName[] {
  return isCut ? [{ literal: "others" }] : [];
}

function publicationFields(citation: Citation): Partial<CslItem> {
  const { work = {}, venue } = citation;
  const editors = readNames(work.editors ?? [], work.families);
  return {
    ...(venue ? { "container-title": withoutTags(oneLine(venue.name)) } : {}),
    ...(editors.length > 0
      ? { editor: [...editors.map(cslName), ...othersIf(work.editorsCut)] }
      : {}),
    ...namesAs("translator", work.translators, work),
    ...namesAs("container-author", work.bookAuthors, work),
    ...defined({
      "chapter-number": lineOf(work.chapter),
      volume: lineOf(venue?.volume ?? work.volume),
      issue: lineOf(venue?.number),
      page: lineOf(venue?.pages ?? work.pages),
      genre: lineOf(work.genre),
      publisher: lineOf(publisherField(citation).value),
      "publisher-place": lineOf(work.place),
      "collection-title": lineOf(work.series),
      edition: lineOf(work.edition),
      version: lineOf(work.version),
      ISBN: lineOf(work.isbn),
      ISSN: lineOf(work.issn),
      number: lineOf(work.number),
      note: noteOf(citation, false),
    }),
  };
}

function namesAs(
  field: "translator" | "container-author",
  people: readonly string[] = [],
  { families }: NonNullable<Citation["work"]>,
): Partial<CslItem> {
  return people.length > 0 ? { [field]: readNames(people, families).map(cslName) } : {};
}

/** The note of a work, if it reads as a fact of Zotero's "Extra" or if it does not. */
function noteOf({ work }: Citation, asFact: boolean): string | undefined {
  const note = lineOf(work?.note);
  return note !== undefined && isFactLine(note) === asFact ? note : undefined;
}

/** An item as it appears in a file, on one line. */
export function cslJsonEntry(citation: Citation): string {
  return JSON.stringify(cslItem(citation));
}

function cslName(name: Name): CslName {
  if ("literal" in name) return name;
  const { family, given, particle, suffix } = name;
  return {
    family,
    given,
    ...defined({ "non-dropping-particle": particle, suffix }),
  };
}

function lineOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : oneLine(text);
}
