import { defined } from "../../schemas/defined.ts";
import { type Citation, type CitedVenue, oneLine, remarksOf, urlOf } from "./citation.ts";
import { type Name, readNames } from "./names.ts";

interface CslName {
  literal?: string;
  family?: string;
  given?: string;
  "non-dropping-particle"?: string;
  suffix?: string;
}

const types = {
  journal: "article-journal",
  conference: "paper-conference",
  book: "chapter",
} as const;

/** An item of CSL-JSON, in the names of its schema (1.0.2). */
export interface CslItem {
  id: string;
  type: "article" | "document" | (typeof types)[keyof typeof types];
  title: string;
  author?: CslName[];
  issued?: { "date-parts": [number[]] };
  "container-title"?: string;
  volume?: string;
  issue?: string;
  page?: string;
  genre?: string;
  publisher?: string;
  number?: string;
  DOI?: string;
  URL?: string;
  abstract?: string;
  annote?: string;
}

/** A paper as an item of CSL-JSON, for citation processors. */
export function cslItem(citation: Citation): CslItem {
  const { id, titleText, authors, published, arxiv, doi, venue, abstract } = citation;
  const names = readNames(authors);
  const remarks = remarksOf(citation);
  const url = urlOf(citation);
  return {
    id,
    // CSL calls a preprint an article. Anything that is not known to be one is a document.
    type: venue ? types[venue.kind] : arxiv === undefined ? "document" : "article",
    title: oneLine(titleText),
    ...(names.length > 0 ? { author: names.map(cslName) } : {}),
    ...(published === undefined
      ? {}
      : { issued: { "date-parts": [published.split("-").map(Number)] } }),
    ...(venue ? venueFields(venue) : {}),
    ...(arxiv === undefined || venue
      ? {}
      : { genre: "preprint", publisher: "arXiv", number: `arXiv:${arxiv}` }),
    ...defined({ DOI: lineOf(doi) }),
    ...defined({ URL: url }),
    ...defined({ abstract: lineOf(abstract) }),
    ...(remarks.length > 0 ? { annote: oneLine(remarks.join("; ")) } : {}),
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
