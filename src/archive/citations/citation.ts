import type { WorkType } from "../../schemas/work-types.ts";
import { joinSpaces, onlySpace } from "../../text/characters.ts";

/** A part of a text: words, a formula's LaTeX without its dollars, or a part in another type. */
export type TextPart =
  | { text: string }
  | { math: string }
  | { mark: "emphasis" | "strong" | "code"; parts: TextPart[] };

/**
 * What a citation of a paper needs, as plain data: it can be stored as JSON and formatted in a
 * reader's browser. Unknown fields are absent.
 */
export interface Citation {
  /** The paper's id in the archive, which never changes. */
  id: string;
  /** The key by which the owner cites the paper, if it is another than the id. */
  key?: string;
  title: TextPart[];
  /** The title as plain text, for descriptions. */
  titleText: string;
  /** Names as the source writes them; empty if it gives only their number. */
  authors: string[];
  /** The day of publication, or only its month or year; never a day of listing. */
  published?: string;
  arxiv?: string;
  /** The first category of a preprint on arXiv, such as `cs.LG`. */
  primaryClass?: string;
  doi?: string;
  /** The organization that listed the paper; not its author or publisher. */
  organization?: string;
  /** The organization's name at the source. */
  organizationHandle?: string;
  venue?: CitedVenue;
  /** What references say of the work besides its venue. */
  work?: CitedWork;
  links: { kind: string; url: string }[];
  /** The paper's page in the archive, absolute. */
  address?: string;
  /** One item for each paragraph. */
  abstract?: TextPart[][];
  /** Only in exports by the owner, because tags of a reference manager can be private. */
  keywords?: string[];
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

/** The facts of a reference besides its venue. */
export interface CitedWork {
  type?: WorkType | undefined;
  entryType?: string | undefined;
  genre?: string | undefined;
  /** The list of authors is not complete. */
  authorsCut?: true | undefined;
  /** Names as the source writes them. */
  editors?: string[] | undefined;
  /** The list of editors is not complete. */
  editorsCut?: true | undefined;
  translators?: string[] | undefined;
  /** Of the book of a chapter. */
  bookAuthors?: string[] | undefined;
  /** Family names by name, where the name alone would be divided in another way. */
  families?: Record<string, string> | undefined;
  /** Words of the title of which the source says that they are names. */
  properNames?: string[] | undefined;
  publisher?: string | undefined;
  institution?: string | undefined;
  place?: string | undefined;
  titleAddon?: string | undefined;
  chapter?: string | undefined;
  /** Of a work in several volumes. */
  mainTitle?: string | undefined;
  series?: string | undefined;
  edition?: string | undefined;
  version?: string | undefined;
  number?: string | undefined;
  volume?: string | undefined;
  pages?: string | undefined;
  isbn?: string | undefined;
  issn?: string | undefined;
  howPublished?: string | undefined;
  note?: string | undefined;
}

const ofVenues = {
  journal: "article-journal",
  conference: "paper-conference",
  book: "chapter",
} as const;

/**
 * What a work is: as its reference says, or else by its venue, or a preprint if it is on arXiv.
 */
export function typeOf({ work, venue, arxiv }: Citation): WorkType {
  const named = work?.type;
  // References call preprints articles of a journal "arXiv".
  const isPreprint = named === "article-journal" && venue === undefined && arxiv !== undefined;
  if (named !== undefined && !isPreprint) return named;
  if (venue) return ofVenues[venue.kind];
  return arxiv === undefined ? "document" : "article";
}

// Other formats allow spaces and the like in a key, which would end an entry of BibTeX.
const keyOfBibtex = /^[\p{L}\p{N}:._+/-]{1,100}$/u;

/** The key by which the owner cites a paper, if it is another than the id and good in every format. */
export function keyOf({
  id,
  citationKey = "",
}: {
  id: string;
  citationKey?: string | undefined;
}): string | undefined {
  return citationKey === id || !keyOfBibtex.test(citationKey) ? undefined : citationKey;
}

/** First and last page of a range. A single page is both; a list of ranges is `first` as a whole. */
export function pageRange(pages = ""): { first?: string; last?: string } {
  const [first = "", last = first, ...more] = pages.split("-").map((page) => page.trim());
  if (pages.trim() === "") return {};
  const isRange = more.length === 0 && !pages.includes(",") && first !== "" && last !== "";
  return isRange ? { first, last } : { first: pages.trim() };
}

/** Works whose own address may be of any kind. */
const withOwnAddress = new Set<WorkType>(["software", "dataset", "webpage"]);

/**
 * Where the work can be read: on arXiv, by its DOI, at the first address that its source gives, or
 * else on its page in the archive.
 */
export function urlOf(citation: Citation): string | undefined {
  const { doi, arxiv, address, links } = citation;
  if (arxiv !== undefined) return `https://arxiv.org/abs/${arxiv}`;
  if (doi !== undefined) return doiAddress(doi);
  const [first] = links;
  const isOwn = first?.kind === "other" || withOwnAddress.has(typeOf(citation));
  return first && isOwn ? first.url : address;
}

/** The address by which a DOI is found, whatever characters it has. */
export function doiAddress(doi: string): string {
  return `https://doi.org/${encodeURI(oneLine(doi))}`;
}

/** One line of text: collapses white space and drops control characters and lone surrogates. */
export function oneLine(text: string): string {
  return withinLine(text).trim();
}

/** The same for a part of a line, which may begin or end with a space. */
export function withinLine(text: string): string {
  return joinSpaces(text.replace(/[\p{Cc}\p{Cs}]/gu, onlySpace));
}
