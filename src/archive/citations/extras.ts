import { defined } from "../../schemas/defined.ts";
import { asciiSlug } from "../../text/ascii-slug.ts";
import { type Citation, typeOf, urlOf } from "./citation.ts";
import { narrowerType } from "./work-types.ts";

/**
 * Facts for which a format has no field. CSL-JSON has them in `custom`, RIS in lines of `M2`, which
 * are Zotero's "Extra". Better BibTeX takes `tex.…` from there into BibTeX.
 */
export interface Extras {
  /** The paper's id in the archive, and its former ids. */
  offprint?: string;
  /** The kind of venue, where the type of the work does not say it. */
  venue?: string;
  /** The type of the work, where the format has none for it. */
  type?: string;
  genre?: string;
  "tex.entrytype"?: string;
  "tex.howpublished"?: string;
  "tex.maintitle"?: string;
  "tex.titleaddon"?: string;
  "tex.chapter"?: string;
  /** Names with the family name first, between semicolons. */
  "tex.bookauthor"?: string;
  /** Where the format has one field for both. */
  publisher?: string;
  institution?: string;
  number?: string;
  edition?: string;
  version?: string;
  /** A note that Zotero would take for another fact, such as "DOI: 10.1000/1". */
  note?: string;
  /** Words of the title that are names. */
  names?: string;
  isbn?: string;
  issn?: string;
  /** A list in JSON, where the separators of the format are part of keywords. */
  keywords?: string;
}

/** The names of these facts. */
export const extraNames = [
  "offprint",
  "venue",
  "type",
  "genre",
  "tex.entrytype",
  "tex.howpublished",
  "tex.maintitle",
  "tex.titleaddon",
  "tex.chapter",
  "tex.bookauthor",
  "publisher",
  "institution",
  "number",
  "edition",
  "version",
  "note",
  "names",
  "isbn",
  "issn",
  "keywords",
] as const satisfies readonly (keyof Extras)[];

/** Whether a line names a fact, as those of Zotero's "Extra" do. */
export function isFactLine(line: string): boolean {
  return /^(?:arxiv|doi|pmid|pmcid|isbn|issn|citation key|citekey|tex\.[\w-]+|accepted|submitted|original-date|type)\s*[:=]/i.test(
    line.trim(),
  );
}

/** The facts that neither RIS nor CSL-JSON has a field for. */
export function extrasOf(citation: Citation): Extras {
  const { work = {}, venue } = citation;
  const { entryType, howPublished, mainTitle, titleAddon } = work;
  return defined({
    offprint: idsIfOwn(citation)?.join(" "),
    venue: venue && venue.kind !== venueKinds[typeOf(citation)] ? venue.kind : undefined,
    "tex.entrytype": entryType && narrowerType(entryType),
    "tex.howpublished": howPublished,
    "tex.maintitle": mainTitle,
    "tex.titleaddon": titleAddon,
    names: work.properNames?.join(" "),
    ...publisherField(citation).extras,
  });
}

/** The venues that works of a type have. */
export const venueKinds: Partial<Record<string, "journal" | "conference" | "book">> = {
  "article-journal": "journal",
  "article-magazine": "journal",
  "article-newspaper": "journal",
  "paper-conference": "conference",
  chapter: "book",
  "entry-encyclopedia": "book",
};

/** Whether the publisher of such a work is an institution, in formats with one field for both. */
export function hasInstitution(type: string | undefined): boolean {
  return type === "thesis" || type === "report";
}

/** The publisher in formats with one field for it, and what does not fit into this field. */
export function publisherField(citation: Citation): {
  value: string | undefined;
  extras: Pick<Extras, "publisher" | "institution">;
} {
  const { venue, work = {} } = citation;
  const { publisher, institution } = work;
  const isInstitution = hasInstitution(typeOf(citation));
  if (venue !== undefined) {
    return {
      value: venue.publisher ?? publisher,
      extras: defined({
        publisher: venue.publisher === undefined ? undefined : publisher,
        institution,
      }),
    };
  }
  const value = isInstitution ? (institution ?? publisher) : (publisher ?? institution);
  const isWhole = isInstitution ? publisher === undefined : institution === undefined;
  return { value, extras: isWhole ? {} : defined({ publisher, institution }) };
}

/**
 * The paper's id and its former ids, if nobody could find them by its arXiv id, its DOI, its title or
 * the address of its page: the archive that reads an export keeps the paper's addresses.
 */
export function idsIfOwn(citation: Citation): string[] | undefined {
  const { id, key, aliases, arxiv, doi, address, titleText } = citation;
  const known = (arxiv ?? doi ?? "")
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[^a-z0-9]+|(?<!-)-+$/g, "");
  const isOnPage = address !== undefined && urlOf(citation) === address;
  const isFound = id === known || (isOnPage ? key === undefined : id === asciiSlug(titleText));
  return isFound && aliases.length === 0 ? undefined : [id, ...aliases];
}
