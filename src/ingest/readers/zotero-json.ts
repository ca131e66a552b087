import { z } from "zod";
import type { Venue } from "../../schemas/paper.ts";
import type { WorkType } from "../../schemas/work-types.ts";
import {
  type DividedName,
  nameOfFields,
  withoutEastAsianSpace,
  withoutOthers,
} from "../../text/person-names.ts";
import { publicationIn } from "../../text/publication-date.ts";
import { withoutRaisedMarks } from "../../text/raised-marks.ts";
import { kindsOfZotero } from "./entry-types.ts";
import { referenceReader } from "./json-references.ts";
import { optional } from "./read-fields.ts";
import type { Reference } from "./reference.ts";
import type { RawWork } from "./work-facts.ts";
import { noteWords, zoteroCollections } from "./zotero-notes.ts";

const text = optional(z.string());
const creator = z.object({ creatorType: text, firstName: text, lastName: text, name: text });
const item = z.object({
  title: text,
  abstractNote: text,
  creators: optional(z.array(creator)),
  date: text,
  DOI: text,
  url: text,
  archiveID: text,
  reportNumber: text,
  publicationTitle: text,
  proceedingsTitle: text,
  bookTitle: text,
  conferenceName: text,
  encyclopediaTitle: text,
  dictionaryTitle: text,
  meetingName: text,
  websiteTitle: text,
  blogTitle: text,
  forumTitle: text,
  itemType: text,
  volume: text,
  issue: text,
  pages: text,
  publisher: text,
  company: text,
  repository: text,
  organization: text,
  assignee: text,
  place: text,
  series: text,
  seriesTitle: text,
  edition: text,
  versionNumber: text,
  ISBN: text,
  ISSN: text,
  university: text,
  thesisType: text,
  institution: text,
  reportType: text,
  manuscriptType: text,
  presentationType: text,
  websiteType: text,
  patentNumber: text,
  seriesNumber: text,
  number: text,
  issueDate: text,
  dateDecided: text,
  dateEnacted: text,
  caseName: text,
  nameOfAct: text,
  subject: text,
  citationKey: text,
  notes: optional(
    z.array(z.union([z.string(), z.object({ note: z.string() }).transform(({ note }) => note)])),
  ),
  dateAdded: text,
  extra: optional(
    z.union([z.string(), z.array(z.string()).transform((lines) => lines.join("\n"))]),
  ),
  tags: optional(
    z.array(z.union([z.string(), z.object({ tag: z.string() }).transform(({ tag }) => tag)])),
  ),
});

const kinds: ReadonlyMap<string, Venue["kind"]> = new Map([
  ["journalArticle", "journal"],
  ["magazineArticle", "journal"],
  ["newspaperArticle", "journal"],
  ["conferencePaper", "conference"],
  ["bookSection", "book"],
  ["encyclopediaArticle", "book"],
  ["dictionaryEntry", "book"],
]);

/** Zotero's types of items in the words of CSL. */
const workTypes: ReadonlyMap<string, WorkType> = new Map([
  ["journalArticle", "article-journal"],
  ["magazineArticle", "article-magazine"],
  ["newspaperArticle", "article-newspaper"],
  ["conferencePaper", "paper-conference"],
  ["bookSection", "chapter"],
  ["encyclopediaArticle", "entry-encyclopedia"],
  ["book", "book"],
  ["thesis", "thesis"],
  ["report", "report"],
  ["patent", "patent"],
  ["dataset", "dataset"],
  ["computerProgram", "software"],
  ["standard", "standard"],
  ["webpage", "webpage"],
  ["blogPost", "webpage"],
  ["manuscript", "manuscript"],
  ["preprint", "article"],
  ["dictionaryEntry", "entry-encyclopedia"],
  ["forumPost", "webpage"],
  ["presentation", "manuscript"],
]);

/** Items that belong to others. */
const notPapers = new Set(["attachment", "note", "annotation"]);

/** Reads Zotero's own items, as Better BibTeX exports them and as Zotero's API answers. */
export const zoteroJson = referenceReader({
  format: "zotero-json",
  what: "Zotero",
  lists: ["items"],
  wrappers: ["data"],
  isRecord: (value) => typeof value["itemType"] === "string",
  isOther: ({ itemType }) => notPapers.has(String(itemType)),
  schema: item,
  reference: (read): Omit<Reference, "date"> => ({
    title: read.title || (read.caseName ?? read.nameOfAct ?? read.subject ?? ""),
    abstract: read.abstractNote ?? "",
    ...authorsOf(read.creators ?? []),
    people: (read.creators ?? []).map(dividedNameOf),
    citationKey: read.citationKey ?? /^Citation Key:\s*(\S+)/im.exec(read.extra ?? "")?.[1],
    added: read.dateAdded,
    work: {
      ...(kindsOfZotero.get(read.itemType ?? "") ?? { type: workTypes.get(read.itemType ?? "") }),
      genre:
        read.thesisType ??
        read.reportType ??
        read.manuscriptType ??
        read.presentationType ??
        read.websiteType,
      ...editorsOf(read.creators ?? []),
      publisher: kinds.has(read.itemType ?? "")
        ? undefined
        : (read.publisher ?? read.company ?? read.repository),
      institution: read.university ?? read.institution ?? read.organization ?? read.assignee,
      howPublished: read.websiteTitle ?? read.blogTitle ?? read.forumTitle ?? read.meetingName,
      place: read.place,
      series: read.series ?? read.seriesTitle,
      edition: read.edition,
      version: read.versionNumber,
      number: read.itemType === "preprint" ? undefined : numberOf(read),
      isbn: read.ISBN,
      issn: read.ISSN,
    },
    doi: read.DOI ?? /^DOI:\s*(\S+)/m.exec(read.extra ?? "")?.[1],
    urls: [read.url],
    remarks: [read.extra, read.archiveID, read.reportNumber, read.publicationTitle],
    keywords: read.tags ?? [],
    annotation: (read.notes ?? []).map(noteWords).join("\n\n"),
    venue: {
      kind: kinds.get(read.itemType ?? ""),
      name:
        read.publicationTitle ??
        read.proceedingsTitle ??
        read.bookTitle ??
        read.encyclopediaTitle ??
        read.dictionaryTitle ??
        read.conferenceName ??
        "",
      volume: read.volume,
      number: read.issue,
      pages: read.pages,
      publisher: read.publisher,
    },
  }),
  collections: zoteroCollections,
  dates: ({ date, issueDate, dateDecided, dateEnacted }) =>
    publicationIn([{ text: date ?? issueDate ?? dateDecided ?? dateEnacted ?? "" }]),
});

/** The number of a report, a patent, a standard or a book in a series. */
function numberOf(read: z.infer<typeof item>): string | undefined {
  return read.reportNumber ?? read.patentNumber ?? read.seriesNumber ?? read.number;
}

/** Zotero has other names for the authors of some types of items. */
const authorTypes = new Set(
  "author artist cartographer composer director interviewee inventor performer podcaster presenter programmer sponsor".split(
    " ",
  ),
);

function authorsOf(
  creators: readonly z.infer<typeof creator>[],
): Pick<Reference, "authors" | "authorsCut"> {
  const { names, cut } = namesOf(creators, (type) => authorTypes.has(type));
  return { authors: names.map((name) => ({ name })), authorsCut: cut };
}

function editorsOf(creators: readonly z.infer<typeof creator>[]): RawWork {
  const { names, cut } = namesOf(creators, (type) => type === "editor");
  return {
    editors: names,
    editorsCut: cut || undefined,
    translators: namesOf(creators, (type) => type === "translator").names,
    bookAuthors: namesOf(creators, (type) => type === "bookAuthor").names,
  };
}

function namesOf(
  creators: readonly z.infer<typeof creator>[],
  isWanted: (type: string) => boolean,
) {
  return withoutOthers(
    creators
      .filter(({ creatorType = "author" }) => isWanted(creatorType))
      .map((one) => dividedNameOf(one).name),
  );
}

function dividedNameOf({ firstName, lastName = "", name }: z.infer<typeof creator>): DividedName {
  const whole = withoutEastAsianSpace(withoutRaisedMarks(name ?? "").trim());
  return whole !== ""
    ? { name: whole, family: whole }
    : nameOfFields({ family: lastName, given: firstName });
}
