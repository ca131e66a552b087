import type { ReadingStatus } from "../../schemas/note.ts";
import { putVarint, VarintReader } from "./varint.ts";

/** Facts of every paper by which results are ranked, filtered, counted and sorted, by paper number. */
export interface Columns {
  /** Days since the year 1 of publication, else of listing; 0 when undated. See `dateOf`. */
  day: number[];
  comments: number[];
  /** Bits: `hasCode`, `hasNotes`, two for the owner's status, counted from one, and `dateFlag`. */
  flags: number[];
  /** Place in the list of organisations plus one; 0 for none. */
  organization: number[];
  /** Places in the list of topics. */
  topics: number[][];
  /** Places in the list of sources. */
  sources: number[][];
  /** Where the title ends in the paper's row of words, and where the abstract does. */
  titleEnd: number[];
  bodyEnd: number[];
}

export const hasCode = 1;
export const hasNotes = 2;

/** The owner's statuses in the order of their numbers; names of the settings for notes. */
export const statuses = ["to-read", "reading", "read"] as const satisfies ReadingStatus[];

export function statusFlag(status: ReadingStatus | undefined): number {
  return status === undefined ? 0 : (statuses.indexOf(status) + 1) << 2;
}

export function statusOf(flags: number): ReadingStatus | undefined {
  return statuses[((flags >> 2) & 3) - 1];
}

/** What of a date is known: its day, only its month, or only its year. */
const precisions = [10, 7, 4];

/** The bits for a day, `2025-10-01`, a month, `2025-10`, or a year, `2025`. */
export function dateFlag(key: string | undefined): number {
  return Math.max(0, precisions.indexOf(key?.length ?? 0)) << 4;
}

/** A paper's day, month or year, as far as it is known; undefined when it is undated. */
export function dateOf({ day, flags }: Pick<Columns, "day" | "flags">, paper: number) {
  return dayOfNumber(day[paper] ?? 0)?.slice(0, precisions[((flags[paper] ?? 0) >> 4) & 3]);
}

/**
 * All that a search needs to know before its first word: it is loaded when a search begins, so
 * every byte of it counts.
 */
export interface ArchiveFile {
  /** Folder of the parts that belong to this file. */
  version: string;
  total: number;
  /** How many papers lie in one file of texts. */
  blockSize: number;
  /**
   * Files of Pagefind's word index, each with its first word, in the order of words; marked are those
   * of which there are mentions in a smaller file.
   */
  chunks: [word: string, file: string, mentions?: 1][];
  /** The first word of each part of the archive's vocabulary. */
  vocabularyParts: string[];
  topics: [id: string, name: string][];
  organizations: string[];
  sources: string[];
  /** How many names `Authorship` has. */
  authors: number;
  /** Compounds with a word in them that is not indexed alone: `onpolicy`. */
  pairs: string[];
  /** Keys of words of which pairs are indexed: `frequent-pairs.ts`. */
  frequent: string[];
  columns: Columns;
}

const numbers = ["day", "comments", "flags", "organization", "titleEnd", "bodyEnd"] as const;
const lists = ["topics", "sources"] as const;

/** Writes the file: the small things as JSON, then the columns as numbers of as few bytes as will do. */
export function writeArchiveFile({ columns, ...rest }: ArchiveFile): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(rest));
  const bytes: number[] = [];
  let before = 0;
  for (const day of columns.day) {
    putVarint(bytes, zigzag(day - before));
    before = day;
  }
  for (const name of numbers)
    if (name !== "day") for (const value of columns[name]) putVarint(bytes, value);
  for (const name of lists) {
    for (const values of columns[name]) {
      putVarint(bytes, values.length);
      for (const value of values) putVarint(bytes, value);
    }
  }
  const head = new Uint8Array(4);
  new DataView(head.buffer).setUint32(0, json.length);
  const file = new Uint8Array(4 + json.length + bytes.length);
  file.set(head);
  file.set(json, 4);
  file.set(bytes, 4 + json.length);
  return file;
}

/** Reads what `writeArchiveFile` wrote. */
export function readArchiveFile(file: Uint8Array): ArchiveFile {
  const length = new DataView(file.buffer, file.byteOffset).getUint32(0);
  const rest: Omit<ArchiveFile, "columns"> = JSON.parse(
    new TextDecoder("utf-8").decode(file.subarray(4, 4 + length)),
  );
  const reader = new VarintReader(file, 4 + length);
  const column = () => reader.numbers(rest.total);
  const listColumn = () =>
    Array.from({ length: rest.total }, () => reader.numbers(reader.number()));
  let before = 0;
  const day = column().map((step) => {
    before += step % 2 === 0 ? step / 2 : -(step + 1) / 2;
    return before;
  });
  const [comments, flags, organization, titleEnd, bodyEnd] = [
    column(),
    column(),
    column(),
    column(),
    column(),
  ];
  const [topics, sources] = [listColumn(), listColumn()];
  return {
    ...rest,
    columns: { day, comments, flags, organization, topics, sources, titleEnd, bodyEnd },
  };
}

function zigzag(value: number): number {
  return value >= 0 ? value * 2 : -value * 2 - 1;
}

const dayLength = 86_400_000;
const firstDay = Date.parse("0001-01-01T00:00:00Z");

/** A day, or the first of a month or year, as a number for `Columns.day`; 0 for none. */
export function dayNumber(key: string | undefined): number {
  if (key === undefined) return 0;
  const day = Date.parse(`${key.padEnd(10, "-01")}T00:00:00Z`);
  return Math.max(1, Math.round((day - firstDay) / dayLength) + 1);
}

/** The day of a number, `2025-10-01`; undefined for 0. */
export function dayOfNumber(day: number): string | undefined {
  if (day === 0) return undefined;
  const known =
    days.get(day) ?? new Date(firstDay + (day - 1) * dayLength).toISOString().slice(0, 10);
  days.set(day, known);
  return known;
}

/** A search asks for the days of all its papers, most of which share them. */
const days = new Map<number, string>();
