import { z } from "zod";
import { isFactLine } from "../../archive/citations/extras.ts";
import { keywordsOfCsl } from "../../archive/citations/keywords.ts";
import type { Venue } from "../../schemas/paper.ts";
import { workTypes as typesOfCsl, type WorkType } from "../../schemas/work-types.ts";
import { decodeReferences } from "../../text/html/entities.ts";
import { publicationIn } from "../../text/publication-date.ts";
import { cslDate, givenDates } from "./csl-dates.ts";
import { authorsOf, cslName, dividedNameOf } from "./csl-names.ts";
import { kindsOfCsl } from "./entry-types.ts";
import { exportedIds, extrasIn, keywordsIn, remarksIn, withExtras } from "./exported-facts.ts";
import { referenceReader } from "./json-references.ts";
import { optional } from "./read-fields.ts";
import type { Reference } from "./reference.ts";
import type { RawVenue } from "./venue.ts";
import type { RawWork } from "./work-facts.ts";

const text = optional(z.string());
/** Crossref gives some texts as lists of one. */
const oneText = optional(
  z.union([z.string(), z.array(z.string()).transform((texts) => texts.join(": "))]),
);
/** Several ISBNs or ISSNs. */
const serials = optional(
  z.union([z.string(), z.array(z.string()).transform((texts) => texts.join(", "))]),
);
const numeral = optional(z.union([z.string(), z.number().transform(String)]));
const item = z.object({
  title: oneText,
  subtitle: oneText,
  abstract: text,
  author: optional(z.array(cslName)),
  issued: cslDate,
  published: cslDate,
  "published-print": cslDate,
  "published-online": cslDate,
  DOI: text,
  URL: text,
  note: text,
  annote: text,
  number: numeral,
  archive: text,
  archive_location: text,
  keyword: text,
  "container-title": oneText,
  type: text,
  volume: numeral,
  issue: numeral,
  page: numeral,
  publisher: text,
  "publisher-place": text,
  "collection-title": oneText,
  "collection-number": numeral,
  "volume-title": oneText,
  "event-title": text,
  event: text,
  "event-place": text,
  edition: numeral,
  status: text,
  version: numeral,
  genre: text,
  ISBN: serials,
  ISSN: serials,
  editor: optional(z.array(cslName)),
  translator: optional(z.array(cslName)),
  "container-author": optional(z.array(cslName)),
  "chapter-number": numeral,
  id: numeral,
  custom: optional(z.record(z.string(), z.unknown())),
  "citation-key": text,
});

/** CSL's types, and those of the registries. */
const kinds: ReadonlyMap<string, Venue["kind"]> = new Map([
  ["article-journal", "journal"],
  ["article-magazine", "journal"],
  ["article-newspaper", "journal"],
  ["journal-article", "journal"],
  ["paper-conference", "conference"],
  ["proceedings-article", "conference"],
  ["chapter", "book"],
  ["book-chapter", "book"],
  ["entry-encyclopedia", "book"],
  ["entry-dictionary", "book"],
]);

/** Types of the registries and of former versions in the words of CSL. */
const workTypes: ReadonlyMap<string, WorkType> = new Map([
  ...typesOfCsl.map((type) => [type, type] as const),
  ["journal-article", "article-journal"],
  ["proceedings-article", "paper-conference"],
  ["book-chapter", "chapter"],
  ["posted-content", "article"],
  ["preprint", "article"],
  ["monograph", "book"],
  ["edited-book", "book"],
  ["reference-book", "book"],
  ["dissertation", "thesis"],
  ["report-series", "report"],
  ["post-weblog", "webpage"],
  ["entry-dictionary", "entry-encyclopedia"],
  ["speech", "manuscript"],
  ["post", "webpage"],
]);

/** Types of CSL that a record may have without a date and authors. */
const bareTypes = new Set<string>([...typesOfCsl, "preprint", ...kindsOfCsl.keys()]);

/** Reads CSL-JSON as written by Zotero, Pandoc and DOI registries. */
export const cslJson = referenceReader({
  format: "csl-json",
  what: "CSL-JSON",
  lists: ["items", "references"],
  wrappers: ["message", "csljson"],
  isRecord: (value) =>
    "title" in value &&
    "type" in value &&
    (["issued", "author", "DOI", "citation-key", "container-title"].some((key) => key in value) ||
      // Nothing else is known about the paper.
      ("id" in value && bareTypes.has(String(value["type"])))),
  schema: item,
  reference: (read): Omit<Reference, "date"> => {
    const { organization, links, note } = remarksIn([read.annote ?? ""]);
    const extras = extrasIn(read.custom ?? {});
    return {
      title: titleOf(read),
      abstract: read.abstract ?? "",
      ...authorsOf(read.author ?? []),
      people: [read.author, read.editor, read.translator, read["container-author"]]
        .flatMap((names) => names ?? [])
        .map(dividedNameOf),
      citationKey: read["citation-key"] ?? keyIn(read.id),
      doi: read.DOI,
      urls: [read.URL],
      remarks: [
        read.note,
        read.number,
        read["container-title"],
        [read.archive, read.archive_location].join(" "),
      ],
      keywords: keywordsIn(extras) ?? keywordsOfCsl(decodeReferences(read.keyword ?? "")),
      annotation: note,
      status: read.status,
      organization,
      links,
      exportedAs: exportedIds(extras.offprint),
      ...withExtras(workOf(read, extras.venue !== undefined), venueIn(read), extras),
    };
  },
  dates: (read) =>
    publicationIn(
      [read.issued, read.published, read["published-print"], read["published-online"]].flatMap(
        givenDates,
      ),
    ),
});

/** Zotero and the registries have addresses and DOIs as ids, by which nobody cites. */
function keyIn(id: string | undefined): string | undefined {
  return id !== undefined && /^[^\s/]+$/.test(id) && !/^\d+$/.test(id) ? id : undefined;
}

function workOf(read: z.infer<typeof item>, isVenue: boolean): RawWork {
  const { type = workTypes.get(read.type ?? ""), entryType } =
    kindsOfCsl.get(read.type ?? "") ?? {};
  const editors = authorsOf(read.editor ?? []);
  return {
    type,
    entryType,
    genre: type === "article" && read.genre === "preprint" ? undefined : read.genre,
    editors: editors.authors.map((editor) => editor.name),
    editorsCut: editors.authorsCut || undefined,
    translators: namesOf(read.translator),
    bookAuthors: namesOf(read["container-author"]),
    chapter: read["chapter-number"],
    place: read["publisher-place"] ?? read["event-place"],
    mainTitle: read["volume-title"] === undefined ? undefined : read["container-title"],
    // Where the kind of venue is said, it is the venue.
    howPublished: type === "webpage" && !isVenue ? read["container-title"] : undefined,
    series: read["collection-title"],
    edition: read.edition,
    version: read.version,
    number: read.number ?? read["collection-number"],
    isbn: read.ISBN,
    issn: read.ISSN,
    note: noteIn(read.note),
  };
}

function namesOf(people: z.infer<typeof item>["editor"]): string[] {
  return authorsOf(people ?? []).authors.map(({ name }) => name);
}

function venueIn(read: z.infer<typeof item>): RawVenue {
  return {
    kind: kinds.get(read.type ?? ""),
    name: read["volume-title"] ?? read["container-title"] ?? eventOf(read) ?? "",
    volume: read.volume,
    number: read.issue,
    pages: read.page,
    publisher: read.publisher,
  };
}

/** The title with the subtitle, which Crossref has in a field of its own. */
function titleOf({ title = "", subtitle = "" }: z.infer<typeof item>): string {
  const isThere = subtitle.trim() === "" || title.toLowerCase().includes(subtitle.toLowerCase());
  return title.trim() === "" || isThere ? title : `${title}: ${subtitle}`;
}

/** The conference of a paper, if its proceedings are not named. */
function eventOf(read: z.infer<typeof item>): string | undefined {
  return workTypes.get(read.type ?? "") === "paper-conference"
    ? (read["event-title"] ?? read.event)
    : undefined;
}

/** A note without the lines by which Zotero's "Extra" names facts. */
function noteIn(note = ""): string {
  return note
    .split(/[\r\n]+/)
    .filter((written) => !isFactLine(written))
    .join(" ");
}
