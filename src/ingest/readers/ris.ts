import type { Extras } from "../../archive/citations/extras.ts";
import { keywordsOfRis } from "../../archive/citations/keywords.ts";
import { hasGenre, hasOwnNumber, isVersioned } from "../../archive/citations/ris.ts";
import { isIsbn, isIssn } from "../../archive/citations/serial-numbers.ts";
import { typeOfRis } from "../../archive/citations/work-types.ts";
import { flatMapStaged, type Staged } from "../../schemas/message.ts";
import type { Venue } from "../../schemas/paper.ts";
import {
  duplicateTag,
  noTitle,
  report,
  strayText,
  unclosedReference,
} from "../../schemas/rules.ts";
import { decodeReferences } from "../../text/html/entities.ts";

import { namesInFields } from "../../text/person-names.ts";
import { publicationIn, type ReadPublication } from "../../text/publication-date.ts";
import type { RawPaper } from "../raw-paper.ts";
import { exportedIds, extraLines, keywordsIn, remarksIn, withExtras } from "./exported-facts.ts";
import type { Reader } from "./reader.ts";
import { referencePaper } from "./reference.ts";
import { idMessages } from "./reference-ids.ts";
import { atMost, unreadDates } from "./reports.ts";
import type { RawVenue } from "./venue.ts";
import type { RawWork } from "./work-facts.ts";

const format = "ris";
// Text before the tag may be the rest of the line that ended the previous reference.
const begins = /^.{0,30}?TY {1,3}- ?([A-Z]{2,12})$/su;
const tagged = /^([A-Z][A-Z0-9]) {1,3}-(?: (.*)|)$/su;
// Unicode's line and paragraph separators are part of a value.
const lineEnd = /\r\n|[\r\n]/;

/** Reads RIS as databases and reference managers write it. */
export const ris: Reader = {
  format,
  recognises: ({ text }) =>
    /^[\s\uFEFF]*(?:\d+\.\s+)?[^\w\s]{0,3}TY {1,3}- ?\S/.test(text.slice(0, 1000)),
  read: ({ path: file, text }) => {
    const { records, strays } = cutRecords(text);
    const outside = strays.map((line) => report(strayText, {}, { file, line }));
    const { value, messages } = flatMapStaged(records, (record) => readReference(record, file));
    return { value, messages: atMost(file, [...outside, ...messages]) };
  },
};

/** Reads RIS whose first lines are damaged. Files of other formats may have such lines, too. */
export const risAnywhere: Reader = {
  ...ris,
  recognises: ({ text }) => {
    const lines = text.slice(0, 5000).split(lineEnd);
    const tags = lines.flatMap((line) => /^([A-Z][A-Z0-9]) {1,3}-/.exec(line)?.[1] ?? []);
    return tags.length > 3 && (tags.includes("TY") || tags.includes("ER"));
  },
};

interface RisRecord {
  line: number;
  /** Whether it ends with `ER`. */
  whole: boolean;
  fields: Map<string, string[]>;
  /** The tag of each value, in the order of the file. */
  order: string[];
}

/** The references of a file, and the numbers of lines that are between two references. */
function cutRecords(text: string): { records: RisRecord[]; strays: number[] } {
  const records: RisRecord[] = [];
  const strays: number[] = [];
  let open: RisRecord | undefined;
  let last: string[] | undefined;
  for (const [index, raw] of text.split(lineEnd).entries()) {
    const line = raw.replace(/^\uFEFF/, "").trimEnd();
    const [, ownTag, value = ""] = tagged.exec(line) ?? [];
    const tag = begins.test(line) ? "TY" : ownTag;
    if (open && tag === "TY" && ownTag === "ER") open.whole = true;
    // A tag outside a reference: the line that started the reference is lost or damaged.
    if (tag === "TY" || (tag !== undefined && tag !== "ER" && !open)) {
      open = { line: index + 1, whole: false, fields: new Map(), order: [] };
      records.push(open);
      const begun = begins.exec(line)?.[1];
      last = tag === "TY" ? undefined : [value.trim()];
      open.fields.set(tag, last ?? [begun ?? ""]);
      open.order.push(tag);
    } else if (tag === "ER") {
      if (open) open.whole = true;
      open = undefined;
    } else if (open && tag !== undefined) {
      last = open.fields.get(tag) ?? [];
      last.push(value.trim());
      open.fields.set(tag, last);
      open.order.push(tag);
    } else if (open && last && line.trim() !== "") {
      // Long text continues on lines without a tag.
      last.push(`${last.pop() ?? ""}\n${line.trim()}`);
    } else if (!open && records.length > 0 && !/^\s*(?:\d+\.?)?\s*$/.test(line)) {
      strays.push(index + 1);
    }
  }
  return { records, strays };
}

const kinds: Record<string, { kind: Venue["kind"]; names: string[] }> = {
  ...byType(["JOUR", "JFULL", "EJOUR", "MGZN", "NEWS"], "journal", ["JF", "T2", "JO", "JA", "J2"]),
  ...byType(["CONF", "CPAPER"], "conference", ["T2", "BT", "C3", "JF", "JO"]),
  ...byType(["CHAP", "ECHAP", "ENCYC"], "book", ["T2", "BT", "JF"]),
};

function byType(types: string[], kind: Venue["kind"], names: string[]) {
  return Object.fromEntries(types.map((type) => [type, { kind, names }]));
}

function readReference(record: RisRecord, file: string): Staged<RawPaper[]> {
  const place = { file, line: record.line };
  const tag = ["TI", "T1", "ID"].find((name) => (record.fields.get(name)?.length ?? 0) > 1);
  const paper = readRecord(record, file);
  return {
    value: paper ? [paper] : [],
    messages: [
      ...(paper ? idMessages({ title: paper.title, doi: firstValue(record, "DO") }, place) : []),
      ...(paper ? unreadDates(paper.title, dateOf(record.fields), place) : []),
      ...(record.whole ? [] : [report(unclosedReference, {}, place)]),
      ...(tag === undefined ? [] : [report(duplicateTag, { tag }, place)]),
      ...(paper ? [] : [report(noTitle, { record: "This reference" }, place)]),
    ],
  };
}

function firstValue({ fields }: RisRecord, tag: string): string | undefined {
  return fields.get(tag)?.find((value) => value !== "");
}

/** Web of Science writes the month and day to `DA`, and the year to `PY`. */
function dateOf(fields: RisRecord["fields"]): ReadPublication {
  const texts = ["DA", "Y1", "PY"].flatMap((tag) => fields.get(tag) ?? []);
  return publicationIn(texts.map((text) => ({ text })));
}

/** RIS has ISBN, ISSN and the numbers of reports and patents in one field. */
function serialNumbers(values: readonly string[], type: string): RawWork {
  const issn = values.find(isIssn);
  const others = values.filter((value) => value !== "" && value !== issn);
  const isbn = hasOwnNumber(type) ? others.find(isIsbn) : others[0];
  return {
    issn,
    isbn,
    number: hasOwnNumber(type) ? others.find((value) => value !== isbn) : undefined,
  };
}

/** The names in fields, in which semicolons divide them, but not those of HTML. */
function namesIn(fields: readonly string[]) {
  return namesInFields(fields.map(decodeReferences));
}

/** Reads the values of some tags, tag by tag. */
function valuesOf({ fields }: RisRecord) {
  const all = (...tags: string[]) => tags.flatMap((tag) => fields.get(tag) ?? []);
  const first = (...tags: string[]) => all(...tags).find((value) => value !== "");
  return { all, first };
}

/** The values of some tags in the order of the file. */
function inOrder({ fields, order }: RisRecord, tags: readonly string[]): string[] {
  const left = new Map(tags.map((tag) => [tag, [...(fields.get(tag) ?? [])]]));
  return order.flatMap((tag) => left.get(tag)?.shift() ?? []);
}

/** The paper of a reference; undefined if it has no title. */
function readRecord(record: RisRecord, file: string): RawPaper | undefined {
  const { fields, line } = record;
  const { all, first } = valuesOf(record);
  const title = first("TI", "T1", "CT", "ST");
  if (title === undefined) return undefined;
  const { names, cut, people } = namesIn(inOrder(record, ["AU", "A1"]));
  const { note, organization, links } = remarksIn(all("N1"));
  const { extras, rest } = extraLines(all("M2"));
  const { date, status } = dateOf(fields);
  return referencePaper(
    {
      citationKey: first("ID"),
      title: title,
      abstract: first("AB", "N2") ?? "",
      authors: names.map((name) => ({ name })),
      authorsCut: cut,
      people: [...people, ...namesIn(inOrder(record, ["A2", "ED"])).people],
      date,
      status,
      doi: first("DO"),
      urls: all("UR", "L1", "L2", "LK").flatMap((urls) => urls.split(/;\s*(?=https?:)/)),
      remarks: [...all("M1", "M3", "T2", "JO", "JF", "AN", "C1", "PB"), ...rest, note],
      // EndNote's research notes. Databases write counts of citations and the like to N1.
      annotation: all("RN").join("\n\n"),
      keywords: keywordsIn(extras) ?? keywordsOfRis(all("KW").map(decodeReferences)),
      organization,
      links,
      exportedAs: exportedIds(extras.offprint),
      ...publicationOf(record, { extras, note }),
    },
    { format, file, line },
  );
}

/** The work of a reference and its venue. */
function publicationOf(record: RisRecord, { extras, note }: { extras: Extras; note: string }) {
  const { all, first } = valuesOf(record);
  const tag = first("TY")?.toUpperCase() ?? "";
  const journal = { kind: "journal" as const, names: ["JF"] };
  const { kind, names } =
    kinds[tag] ?? (first("JF") ? journal : { kind: undefined, names: ["T2"] });
  const isInVenue = kinds[tag] !== undefined;
  const type = typeOfRis(tag);
  const pages = all("SP", "EP").filter((page) => page !== "");
  const serials = serialNumbers(all("SN"), tag);
  const editors = namesIn(inOrder(record, ["A2", "ED"]));
  const work: RawWork = {
    type,
    genre: hasGenre(tag) ? first("M3") : undefined,
    editors: editors.names,
    editorsCut: editors.cut || undefined,
    place: first("CY", "PP", ...(type === "paper-conference" ? ["C1"] : [])),
    series: first("T3"),
    [isVersioned(tag) ? "version" : "edition"]: first("ET"),
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
  return withExtras(work, venue, extras);
}
