import { keywordsOfBibtex } from "../../../archive/citations/keywords.ts";
import { latexAsText } from "../../../archive/citations/latex-as-text.ts";
import { decodeReferences } from "../../../text/html/entities.ts";
import { writtenDate } from "../../../text/written-date.ts";
import { exportedIds, type Remarks, remarksIn } from "../exported-facts.ts";
import type { Reference } from "../reference.ts";
import { annotationIn } from "./annotation.ts";
import { type DateFields, dateIn } from "./dates.ts";
import type { BibEntry } from "./entries.ts";
import { type BibGroups, collectionsOf } from "./groups.ts";
import { addressesIn } from "./links.ts";
import { collaborationsIn, namesIn } from "./names.ts";
import { protectedWords } from "./protected-words.ts";
import { undoEscaping, withoutCaseBraces } from "./texts.ts";
import { venueIn } from "./venue.ts";
import { publicationStatus, workOf } from "./work.ts";

/** Finds the first of some fields that has a value. */
export function fieldOf({ fields }: Pick<BibEntry, "fields">) {
  return (...names: string[]): string | undefined =>
    names
      .map((name) => fields.get(name)?.trim())
      .find((value) => value !== undefined && value !== "");
}

/** The fields of an entry that say when its paper was published. */
export function dateFields(fields: BibEntry["fields"]): DateFields {
  const [date, year, month, day] = ["date", "year", "month", "day"].map((name) => fields.get(name));
  return { date, year, month: month ?? monthOfIssue(fields), day };
}

/** The month of the issue, which ACM gives as `issue_date = {May 2015}`, if it is of the same year. */
function monthOfIssue(fields: BibEntry["fields"]): string | undefined {
  const issue = fields.get("issue_date") ?? "";
  const { year, month } = writtenDate(issue);
  return month !== undefined && year === writtenDate(fields.get("year") ?? "").year
    ? issue
    : undefined;
}

/** What an entry says about its paper. */
export function referenceOf({ type, key, fields }: BibEntry, filed: BibGroups): Reference {
  const field = fieldOf({ fields });
  const plain = (text: string) => undoEscaping(withoutCaseBraces(text));
  const words = (name: string) => plain(field(name) ?? "");
  // A volume may have only the title of the whole work.
  const title = words("title") || words("maintitle");
  const subtitle = words("title") === "" ? words("mainsubtitle") : words("subtitle");
  const { names, cut, people } = namesIn(field("author") ?? "");
  const groups = collaborationsIn(field("collaboration") ?? "", names);
  const others = {
    editors: namesIn(field("editor") ?? ""),
    translators: namesIn(field("translator") ?? ""),
    bookAuthors: namesIn(field("bookauthor") ?? ""),
  };
  const { venue, mainTitle } = venueIn(type, field, words);
  const exported = remarksIn([latexAsText(field("annote") ?? "")]);
  const { organization, links } = exported;
  const remarks = ["note", "howpublished", "booktitle", "publisher", "eid", "series"];
  const { published, status } = dateIn(dateFields(fields));
  const arxivField = field("arxiv", "arxivid");
  const eprintType = field("archiveprefix", "eprinttype", "archive");
  return {
    title: subtitle === "" ? title : `${title}: ${subtitle}`,
    abstract: paragraphs(words("abstract")),
    authors: [...names, ...groups].map((name) => ({ name })),
    authorsCut: cut,
    people: [
      ...people,
      ...groups.map((name) => ({ name, family: name })),
      ...Object.values(others).flatMap((list) => list.people),
    ],
    citationKey: key,
    added: field("dateadded", "date-added", "timestamp", "creationdate", "added-at"),
    organization,
    links,
    exportedAs: exportedIds(field("offprint")),
    work: {
      ...workOf(type, words, others),
      mainTitle,
      properNames: ["title", "subtitle"].flatMap((name) => protectedWords(field(name) ?? "")),
    },
    date: published,
    status: publicationStatus(words("pubstate")) ?? status,
    eprint: field("eprint") ?? arxivField,
    eprintType: eprintType ?? (field("eprint") === undefined && arxivField ? "arXiv" : undefined),
    primaryClass: field("primaryclass", "eprintclass"),
    doi: field("doi"),
    urls: addressesIn(field),
    remarks: [
      ...remarks.map((name) => field(name)),
      ...annotationIn(field("annotation") ?? "").ids,
      arxivField,
    ],
    keywords: keywordsIn(field),
    venue,
    collections: collectionsOf({ key, fields }, filed, plain),
    annotation: annotationOf(fields, exported),
    categories: (field("primaryclass", "eprintclass") ?? "")
      .split(/[,\s]+/)
      .filter((name) => /^[a-z-]+(?:\.[A-Za-z-]+)?$/.test(name)),
  };
}

/** What the owner wrote: under the names of biblatex, BibTeX, and JabRef, which has a field a user. */
function annotationOf(fields: BibEntry["fields"], { links, organization }: Remarks): string {
  const isExported = links.length > 0 || organization !== undefined;
  const ofUsers = [...fields.keys()].filter((name) => name.startsWith("comment-"));
  const names = ["annotation", isExported ? "" : "annote", "comment", ...ofUsers];
  const texts = names.map((name) => annotationIn(fields.get(name) ?? "").words.trim());
  const own = texts.filter((text, index) => text !== "" && texts.indexOf(text) === index);
  return own.map((text) => paragraphs(undoEscaping(withoutCaseBraces(text)))).join("\n\n");
}

/** The keywords of authors and of databases, each once. */
function keywordsIn(field: ReturnType<typeof fieldOf>): string[] {
  const written = ["keywords", "keyword", "author_keywords", "mendeley-tags"].flatMap((name) =>
    keywordsOfBibtex(withCommas(decodeReferences(field(name) ?? ""))),
  );
  return [...new Set(written.map((word) => undoEscaping(withoutCaseBraces(word)).trim()))];
}

/** JabRef has a backslash before a comma of a keyword. In a formula, that is a space. */
function withCommas(keywords: string): string {
  return keywords.includes("$") ? keywords : keywords.replaceAll("\\,", "{,}");
}

/** In TeX, an empty line starts a paragraph, and a single line break is a space. */
function paragraphs(text: string): string {
  return text.replace(/(?<![ \t])[ \t]*\r?\n[ \t]*(?:\r?\n[ \t]*)+/g, "\n\n");
}
