import type { Extras } from "../../archive/citations/extras.ts";
import { hasGenre, hasOwnNumber, isVersioned } from "../../archive/citations/ris.ts";
import { isIsbn, isIssn } from "../../archive/citations/serial-numbers.ts";
import { typeOfRis } from "../../archive/citations/work-types.ts";
import type { Venue } from "../../schemas/paper.ts";
import { decodeReferences } from "../../text/html/entities.ts";
import { type DividedNames, namesInFields } from "../../text/person-names.ts";
import { type EntryKind, kindsOfRis } from "./entry-types.ts";
import { withExtras } from "./exported-facts.ts";
import { inOrder, type RisRecord, valuesOf } from "./ris-records.ts";
import type { RawVenue } from "./venue.ts";
import type { RawWork } from "./work-facts.ts";

const kinds: Record<string, { kind: Venue["kind"]; names: string[] }> = {
  ...byType(["JOUR", "JFULL", "EJOUR", "INPR", "ABST", "MGZN", "NEWS"], "journal", [
    "JF",
    "T2",
    "JO",
    "JA",
    "J1",
    "J2",
  ]),
  ...byType(["CONF", "CPAPER"], "conference", ["T2", "BT", "C3", "JF", "JO"]),
  ...byType(["CHAP", "ECHAP", "ENCYC", "DICT"], "book", ["T2", "BT", "JF"]),
};

function byType(types: string[], kind: Venue["kind"], names: string[]) {
  return Object.fromEntries(types.map((type) => [type, { kind, names }]));
}

/** RIS has ISBN, ISSN and the numbers of reports and patents in one field. */
function serialNumbers(values: readonly string[], type: string): RawWork {
  const plain = values.map((value) => value.replace(/\s?\([\p{L}\s.-]{1,20}\)$/u, ""));
  const issns = [...new Set(plain.filter(isIssn))];
  const others = plain.filter((value) => value !== "" && !isIssn(value));
  const mayBeIsbn = hasOwnNumber(type) || kinds[type]?.kind === "journal";
  const isbn = mayBeIsbn ? others.find(isIsbn) : others[0];
  return {
    issn: issns.join(", "),
    isbn,
    number: hasOwnNumber(type) ? others.find((value) => value !== isbn) : undefined,
  };
}

/** The names in fields, in which semicolons divide them, but not those of HTML. */
export function namesIn(fields: readonly string[]): DividedNames {
  return namesInFields(fields.map(decodeReferences));
}

/** The tags that have the title of a type, the best first. Old programs have that of a book in `BT`. */
export function titleTags(type: string | undefined): string[] {
  return ["TI", "T1", "CT", ...(isBook(type) ? ["BT"] : []), "ST"];
}

/** The editors in the order of the file. Those of books may be in `A3`. */
export function editorsIn(record: RisRecord): DividedNames {
  const { first } = valuesOf(record);
  const tags = ["A2", "ED", ...(isBook(first("TY")) ? ["A3"] : [])];
  return namesIn(inOrder(record, tags).filter((field) => !isDate(field)));
}

/** The translators, where EndNote and Zotero have them. */
export function translatorsIn(record: RisRecord): DividedNames {
  return namesIn(inOrder(record, ["A4"]));
}

function isBook(type = ""): boolean {
  return typeOfRis(type.toUpperCase()) === "book";
}

/** What is in `T2` where it is no venue: the series of a work, or the site of a page. */
function inT2(type: RawWork["type"], title: string | undefined): RawWork {
  if (type === "thesis") return {};
  return type === "webpage" ? { howPublished: title } : { series: title };
}

/** The work of a reference and its venue. */
export function publicationOf(
  record: RisRecord,
  { extras, note }: { extras: Extras; note: string },
) {
  const { all, first } = valuesOf(record);
  const tag = first("TY")?.toUpperCase() ?? "";
  const journal = { kind: "journal" as const, names: ["JF"] };
  const { kind, names } =
    kinds[tag] ?? (first("JF") ? journal : { kind: undefined, names: ["T2"] });
  const isInVenue = kinds[tag] !== undefined;
  const { type = typeOfRis(tag), entryType } = kindsOfRis.get(tag) ?? otherKinds[tag] ?? {};
  const printed = all("SP", "EP").filter((page) => page !== "");
  // Zotero and EndNote have the number of an article without pages there.
  const pages = printed.length > 0 ? printed : all("C7");
  const serials = serialNumbers(all("SN"), tag);
  const editors = editorsIn(record);
  const isFree = kind === undefined && extras.venue === undefined;
  const work: RawWork = {
    ...(isFree ? inT2(type, first("T2")) : {}),
    type,
    entryType,
    genre: hasGenre(tag) ? first("M3") : undefined,
    editors: editors.names,
    editorsCut: editors.cut || undefined,
    translators: translatorsIn(record).names,
    place: first("CY", "PP", ...(type === "paper-conference" ? ["C1"] : [])),
    [isVersioned(tag) ? "version" : "edition"]: editionOf(first("ET")),
    ...serials,
    number: serials.number ?? (isInVenue ? undefined : first("M1")),
    note,
  };
  const venue: RawVenue = {
    kind,
    name: first(...names) ?? "",
    volume: first("VL"),
    number: first("IS"),
    pages: [...new Set(pages)].join("-"),
    publisher: first("PB"),
  };
  const series = first("T3") ?? work.series;
  return withExtras(
    { ...work, series },
    isFree && type === "thesis" ? ofThesis(venue, first) : venue,
    extras,
  );
}

function editionOf(text = ""): string | undefined {
  return isDate(text) ? undefined : text;
}

/** PubMed has dates in `ED` and `ET`. */
function isDate(text: string): boolean {
  return /^\d{4}\/\d\d/.test(text);
}

/** EndNote has the department of a thesis in `T2`. */
function ofThesis(venue: RawVenue, first: ReturnType<typeof valuesOf>["first"]): RawVenue {
  const parts = [first("T2"), venue.publisher].filter((part) => part !== undefined);
  return { ...venue, publisher: parts.join(", ") };
}

const otherKinds: Readonly<Record<string, EntryKind>> = {
  DICT: { type: "entry-encyclopedia" },
  INPR: { type: "article-journal" },
};
