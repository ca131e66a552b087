import type { Message } from "../../schemas/message.ts";
import type { RawPaper } from "../raw-paper.ts";
import { publicationOf } from "../text/dates.ts";
import type { Reader } from "./reader.ts";
import { nameInOrder, referencePaper, withoutTags } from "./reference.ts";
import { atMost, recordWithoutTitle } from "./reports.ts";

const format = "ris";
const tagged = /^([A-Z][A-Z0-9]) {1,3}-(?: (.*)|)$/;

/** RIS, as databases and reference managers write it. */
export const ris: Reader = {
  format,
  recognises: ({ text }) =>
    /^[\s\uFEFF]*(?:\d+\.\s+)?[^\w\s]{0,3}TY {1,3}- ?\S/.test(text.slice(0, 1000)),
  read: ({ path: file, text }) => {
    const messages: Message[] = [];
    const value = cutRecords(text).flatMap((record): RawPaper[] => {
      const { line, whole } = record;
      if (!whole) messages.push(cutOff(file, line));
      if ((record.fields.get("TI")?.length ?? 0) > 1) messages.push(twoTitles(file, line));
      const paper = readRecord(record, file);
      if (!paper) messages.push(recordWithoutTitle(file, line, "The reference"));
      return paper ? [paper] : [];
    });
    return { value, messages: atMost(file, messages) };
  },
};

interface RisRecord {
  line: number;
  /** Whether an `ER` ends it. */
  whole: boolean;
  fields: Map<string, string[]>;
}

function cutRecords(text: string): RisRecord[] {
  const records: RisRecord[] = [];
  let open: RisRecord | undefined;
  let last: string[] | undefined;
  for (const [index, raw] of text.split(/\r\n|[\r\n]/).entries()) {
    const line = raw.replace(/^\uFEFF/, "").trimEnd();
    const [, tag, value = ""] = tagged.exec(line) ?? [];
    // A line with a tag where no reference is open: the line that began one is lost or damaged.
    if (tag === "TY" || (tag !== undefined && tag !== "ER" && !open)) {
      open = { line: index + 1, whole: false, fields: new Map() };
      records.push(open);
      last = undefined;
      if (tag !== "TY") {
        last = [value.trim()];
        open.fields.set(tag, last);
      }
    } else if (tag === "ER") {
      if (open) open.whole = true;
      open = undefined;
    } else if (open && tag !== undefined) {
      last = open.fields.get(tag) ?? [];
      last.push(value.trim());
      open.fields.set(tag, last);
    } else if (open && last && line.trim() !== "") {
      // A long text goes on in lines without a tag.
      last.push(`${last.pop() ?? ""}\n${line.trim()}`);
    }
  }
  return records;
}

function readRecord({ fields, line }: RisRecord, file: string): RawPaper | undefined {
  const all = (...tags: string[]) => tags.flatMap((tag) => fields.get(tag) ?? []);
  const first = (...tags: string[]) => all(...tags).find((value) => value !== "");
  const title = first("TI", "T1", "CT", "ST");
  if (title === undefined) return undefined;
  const names = all("AU", "A1").map((name) => nameInOrder(name.split(",")));
  const authors = names.filter((name) => name !== "").map((name) => ({ name }));
  return referencePaper(
    {
      title: withoutTags(title),
      abstract: withoutTags(first("AB", "N2") ?? ""),
      authors,
      date: publicationOf(first("DA", "Y1", "PY") ?? ""),
      doi: first("DO"),
      urls: all("UR", "L1", "L2", "LK").flatMap((urls) => urls.split(/;\s*(?=https?:)/)),
      remarks: all("M1", "M2", "M3", "N1", "T2", "JO", "JF", "AN", "C1", "PB"),
      keywords: all("KW").flatMap((words) => words.split(/[\n;]/)),
    },
    { format, file, line },
  );
}

function twoTitles(file: string, line: number): Message {
  return {
    rule: "double-name",
    severity: "warning",
    reason: "The reference that begins here has two titles (TI); the first counts.",
    place: { file, line },
    hint: "If they are two references, end the first with `ER  - ` and begin the second with `TY  - `.",
  };
}

function cutOff(file: string, line: number): Message {
  return {
    rule: "cut-off",
    severity: "error",
    reason: "The reference that begins here does not end with ER; what is there of it is kept.",
    place: { file, line },
    hint: "Export it again, or end it with a line `ER  - `.",
  };
}
