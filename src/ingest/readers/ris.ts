import { keywordsOfRis } from "../../archive/citations/keywords.ts";
import { flatMapStaged, type Staged } from "../../schemas/message.ts";
import {
  duplicateTag,
  noTitle,
  report,
  strayText,
  unclosedReference,
} from "../../schemas/rules.ts";
import { decodeReferences } from "../../text/html/entities.ts";
import { publicationIn, type ReadPublication } from "../../text/publication-date.ts";
import type { RawPaper } from "../raw-paper.ts";
import { bookAuthorsIn, exportedIds, extraLines, keywordsIn, remarksIn } from "./exported-facts.ts";
import type { Reader } from "./reader.ts";
import { referencePaper } from "./reference.ts";
import { idMessages } from "./reference-ids.ts";
import { atMost, unreadDates } from "./reports.ts";
import { cutRecords, inOrder, lineEnd, type RisRecord, valuesOf } from "./ris-records.ts";
import { editorsIn, namesIn, publicationOf, titleTags, translatorsIn } from "./ris-work.ts";

const format = "ris";

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
  // JSTOR has the month there.
  const printed = (fields.get("C1") ?? []).filter((text) => /^full publication date:/i.test(text));
  texts.push(...printed.map((text) => text.replace(/^[^:]*:/, "")));
  return publicationIn(texts.map((text) => ({ text })));
}

/** The paper of a reference; undefined if it has no title. */
function readRecord(record: RisRecord, file: string): RawPaper | undefined {
  const { fields, line } = record;
  const { all, first } = valuesOf(record);
  const title = first(...titleTags(first("TY")));
  if (title === undefined) return undefined;
  const { names, cut, people } = namesIn(inOrder(record, ["AU", "A1"]));
  const { note, organization, links } = remarksIn(all("N1"));
  const { extras, rest } = extraLines(all("M2"));
  const { date, status } = dateOf(fields);
  return referencePaper(
    {
      citationKey: first("ID"),
      title,
      abstract: first("AB", "N2") ?? "",
      authors: names.map((name) => ({ name })),
      authorsCut: cut,
      people: [
        ...people,
        ...editorsIn(record).people,
        ...translatorsIn(record).people,
        ...(bookAuthorsIn(extras)?.people ?? []),
      ],
      date,
      status,
      doi: first("DO"),
      urls: all("UR", "L1", "L2", "LK").flatMap((urls) => urls.split(/;\s*(?=https?:)/)),
      remarks: [
        ...all("M1", "M3", "T2", "JO", "JF", "AN", "C1", "PB"),
        // Of a report, it may be an arXiv id.
        ...all("SN").filter((number) => /arxiv/i.test(number)),
        ...rest,
        note,
      ],
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
