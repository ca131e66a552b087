import { defined } from "../../schemas/defined.ts";
import type { WorkType } from "../../schemas/work-types.ts";
import { type Citation, type CitedVenue, oneLine, remarksOf, typeOf, urlOf } from "./citation.ts";
import { type Name, readNames } from "./names.ts";

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
  type: WorkType;
  title: string;
  author?: CslName[];
  editor?: CslName[];
  issued?: { "date-parts": [number[]] };
  "container-title"?: string;
  volume?: string;
  issue?: string;
  page?: string;
  genre?: string;
  publisher?: string;
  "publisher-place"?: string;
  "collection-title"?: string;
  edition?: string;
  ISBN?: string;
  ISSN?: string;
  note?: string;
  number?: string;
  DOI?: string;
  URL?: string;
  abstract?: string;
  annote?: string;
}

/** A paper as an item of CSL-JSON, for citation processors. */
export function cslItem(citation: Citation): CslItem {
  const { id, key = id, titleText, authors, published, arxiv, doi, venue, abstract } = citation;
  const names = readNames(authors);
  const remarks = remarksOf(citation);
  const url = urlOf(citation);
  const type = typeOf(citation);
  return {
    id: key,
    type,
    title: oneLine(titleText),
    ...(names.length > 0 ? { author: [...names.map(cslName), ...othersOf(citation)] } : {}),
    ...(published === undefined
      ? {}
      : { issued: { "date-parts": [published.split("-").map(Number)] } }),
    ...(venue ? venueFields(venue) : {}),
    ...workFields(citation),
    ...(arxiv === undefined || type !== "article"
      ? {}
      : { genre: "preprint", publisher: "arXiv", number: `arXiv:${arxiv}` }),
    ...defined({ DOI: lineOf(doi) }),
    ...defined({ URL: url }),
    ...defined({ abstract: lineOf(abstract) }),
    ...(remarks.length > 0 ? { annote: oneLine(remarks.join("; ")) } : {}),
  };
}

/** CSL has no field for a list that is cut; citation processors print this literal. */
function othersOf({ work }: Citation): CslName[] {
  return work?.authorsCut ? [{ literal: "others" }] : [];
}

function workFields({ work, venue }: Citation): Partial<CslItem> {
  if (work === undefined) return {};
  const editors = readNames(work.editors ?? []);
  const notes = [work.howPublished, work.note].filter((text) => text !== undefined);
  return {
    ...(editors.length > 0 ? { editor: editors.map(cslName) } : {}),
    ...defined({
      genre: lineOf(work.genre),
      publisher: lineOf(venue?.publisher ?? work.publisher ?? work.institution),
      "publisher-place": lineOf(work.place),
      "collection-title": lineOf(work.series),
      edition: lineOf(work.edition),
      ISBN: lineOf(work.isbn),
      ISSN: lineOf(work.issn),
      number: lineOf(work.number),
      note: notes.length > 0 ? oneLine(notes.join("; ")) : undefined,
    }),
  };
}

function venueFields({ name, volume, number, pages, publisher }: CitedVenue): Partial<CslItem> {
  return {
    "container-title": oneLine(name),
    ...defined({
      volume: lineOf(volume),
      issue: lineOf(number),
      page: lineOf(pages),
      publisher: lineOf(publisher),
    }),
  };
}

/** An item as it appears in a file, on one line. */
export function cslJsonEntry(citation: Citation): string {
  return JSON.stringify(cslItem(citation));
}

/** A file of items, in the order given. */
export function cslJsonFile(entries: readonly string[]): string {
  return `[\n${entries.join(",\n")}\n]\n`;
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
