import { citationNotes, linkKinds } from "../../i18n/strings.ts";

/** A part of a title: words, or a formula's LaTeX without its dollars. */
export type TitlePart = { text: string } | { math: string };

/**
 * What a citation of a paper needs, as plain data: it can be stored as JSON and formatted in a
 * reader's browser. Unknown fields are absent.
 */
export interface Citation {
  /** The paper's id in the archive; also the key in BibTeX, since it never changes. */
  id: string;
  title: TitlePart[];
  /** The title as plain text, for formats without formulas. */
  titleText: string;
  /** Names as the source writes them; empty if it gives only their number. */
  authors: string[];
  /** The day of publication, or only its month or year; never a day of listing. */
  published?: string;
  arxiv?: string;
  doi?: string;
  /** The organization that listed the paper; not its author or publisher. */
  organization?: string;
  venue?: CitedVenue;
  links: { kind: string; url: string }[];
  /** The paper's page in the archive, absolute. */
  address?: string;
  /** Plain text. */
  abstract?: string;
  /** Former ids, which older exports may have used as keys. */
  aliases: string[];
}

/** Where a paper appeared. */
export interface CitedVenue {
  kind: "journal" | "conference" | "book";
  name: string;
  volume?: string | undefined;
  number?: string | undefined;
  pages?: string | undefined;
  publisher?: string | undefined;
}

/** First and last page of a range. A single page is both; a list of ranges is `first` as a whole. */
export function pageRange({ pages = "" }: CitedVenue): { first?: string; last?: string } {
  const [first = "", last = first, ...more] = pages.split("-").map((page) => page.trim());
  if (first === "") return {};
  return more.length > 0 || pages.includes(",") ? { first: pages.trim() } : { first, last };
}

/** Where the paper can be read: on arXiv, by its DOI, or else on its page in the archive. */
export function urlOf({ doi, arxiv, address }: Citation): string | undefined {
  if (arxiv !== undefined) return `https://arxiv.org/abs/${arxiv}`;
  if (doi !== undefined) return doiAddress(doi);
  return address;
}

/** The address by which a DOI is found, whatever characters it has. */
export function doiAddress(doi: string): string {
  return `https://doi.org/${encodeURI(oneLine(doi))}`;
}

/** Facts that have no field of their own, as lines for a reference manager's notes. */
export function remarksOf({ organization, links }: Citation): string[] {
  const kinds = new Map<string, string>(Object.entries(linkKinds));
  return [
    ...(organization === undefined ? [] : [citationNotes.listedBy(organization)]),
    ...links.map(({ kind, url }) => `${kinds.get(kind) ?? linkKinds.other}: ${url}`),
  ];
}

/** One line of text: collapses white space and drops control characters and lone surrogates. */
export function oneLine(text: string): string {
  return withinLine(text).trim();
}

/** The same for a part of a line, which may begin or end with a space. */
export function withinLine(text: string): string {
  return text.replace(/(?!\s)[\p{Cc}\p{Cs}]/gu, "").replace(/\s+/gu, " ");
}
