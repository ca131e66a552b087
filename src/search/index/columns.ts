import type { ReadingStatus } from "../../schemas/note.ts";
import { type ChunkList, putChunkList, readChunkList } from "./chunk-list.ts";
import { type PartLists, putPartLists, readPartLists } from "./part-list.ts";
import { putVarint, VarintReader } from "./varint.ts";

/** The facts by which papers are ranked, and told apart by time, by paper number. */
export interface Columns {
  /** The day of publication, or of listing, as a `dayNumber`; 0 when undated. See `dateOf`. */
  day: number[];
  /** Bits: `hasCode`, `hasNotes`, `statusFlag` and `dateFlag`. */
  flags: number[];
  /** The position after a paper's title, and the position after its abstract. */
  titleEnd: number[];
  bodyEnd: number[];
}

/** What readers of Daily Papers said, by paper number. It is loaded only to sort by it. */
export interface Counts {
  comments: number[];
  upvotes: number[];
}

/** The flag of papers with a link to code. */
export const hasCode = 1;
/** The flag of papers with an owner's note. */
export const hasNotes = 2;

/** The owner's reading statuses, in the order of their numbers. */
export const statuses = ["to-read", "reading", "read"] as const satisfies ReadingStatus[];

/** The bits for a reading status; 0 for none. */
export function statusFlag(status: ReadingStatus | undefined): number {
  return status === undefined ? 0 : (statuses.indexOf(status) + 1) << 2;
}

/** The reading status in a paper's flags. */
export function statusOf(flags: number): ReadingStatus | undefined {
  return statuses[((flags >> 2) & 3) - 1];
}

/** Lengths of a day, a month and a year as text: how much of a date is known. */
const precisions = [10, 7, 4];

/** The bits for a day, `2025-10-01`, a month, `2025-10`, or a year, `2025`. */
export function dateFlag(key: string | undefined): number {
  return Math.max(0, precisions.indexOf(key?.length ?? 0)) << 4;
}

/** Compares papers by their days, undated ones last; of the same day, those with the higher numbers come first. */
export function newestFirst({ day }: Pick<Columns, "day">): (a: number, b: number) => number {
  return (a, b) => (day[b] ?? 0) - (day[a] ?? 0) || b - a;
}

/** A paper's date as far as it is known: `2025-10-01`, `2025-10` or `2025`. */
export function dateOf({ day, flags }: Pick<Columns, "day" | "flags">, paper: number) {
  return dayOfNumber(day[paper] ?? 0)?.slice(0, precisions[((flags[paper] ?? 0) >> 4) & 3]);
}

/**
 * What a search needs before its first word. It is loaded when a search starts, so it must be
 * small.
 */
export interface ArchiveFile {
  total: number;
  /** The other files. */
  parts: PartLists;
  /** How many papers each file of texts has. */
  blocks: number[];
  /** The chunks of the word index; none in a large archive, which has lists of them in files. */
  chunks: ChunkList;
  /** The start of the first chunk of each of these lists. */
  chunkLists: string[];
  /** The chunks of recent papers, which the others do not have; none in a small archive. */
  recentChunks: ChunkList;
  /** The first word of each part of the archive's vocabulary. */
  vocabularyParts: string[];
  /** The first stem of each part of the English words. */
  englishParts: string[];
  /** The first word of each part of the authors' names, and of those of recent papers, which come after them. */
  nameParts: string[];
  recentNameParts: string[];
  /** The first name of each part of the lexicon. */
  lexiconParts: string[];
  /** How many groups the papers' vectors are in; 0 where there are none. */
  groups: number;
  topics: [id: string, name: string][];
  /** How many names `Authorship` has. */
  authors: number;
  /** The stop words by which authors are called: `he`. */
  stopNames: string[];
  /** Keys of compounds with a stop word in them: `onpolicy`. */
  pairs: string[];
  /** Keys of the frequent words, whose pairs are indexed: see `frequent-pairs.ts`. */
  frequent: string[];
  columns: Columns;
}

/**
 * Encodes the file: the length of the JSON, then JSON, then the columns as varints and the list of chunks. Gzip
 * finds more in values of one kind.
 */
export function writeArchiveFile({
  columns,
  chunks,
  recentChunks,
  parts,
  blocks,
  ...rest
}: ArchiveFile): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(rest));
  const bytes: number[] = [];
  const put = (values: readonly number[]) => {
    for (const value of values) putVarint(bytes, value);
  };
  put(columns.day.map((day, at) => zigzag(day - (columns.day[at - 1] ?? 0))));
  put(columns.flags);
  put(columns.titleEnd);
  for (const end of columns.bodyEnd) bytes.push(end % 256);
  put(columns.bodyEnd.map((end) => Math.floor(end / 256)));
  putChunkList(bytes, chunks);
  putChunkList(bytes, recentChunks);
  putPartLists(bytes, parts);
  putVarint(bytes, blocks.length);
  put(blocks);
  const head = new Uint8Array(4);
  new DataView(head.buffer).setUint32(0, json.length);
  const file = new Uint8Array(4 + json.length + bytes.length);
  file.set(head);
  file.set(json, 4);
  file.set(bytes, 4 + json.length);
  return file;
}

/** Decodes what `writeArchiveFile` wrote. */
export function readArchiveFile(file: Uint8Array): ArchiveFile {
  const length = new DataView(file.buffer, file.byteOffset).getUint32(0);
  const rest: Omit<ArchiveFile, "columns" | "chunks" | "recentChunks" | "parts" | "blocks"> =
    JSON.parse(new TextDecoder("utf-8").decode(file.subarray(4, 4 + length)));
  const reader = new VarintReader(file, 4 + length);
  const column = () => reader.numbers(rest.total);
  let previous = 0;
  const day = column().map((delta) => {
    previous += delta % 2 === 0 ? delta / 2 : -(delta + 1) / 2;
    return previous;
  });
  const [flags, titleEnd] = [column(), column()];
  const low = reader.bytes(rest.total);
  const bodyEnd = column().map((high, paper) => high * 256 + (low[paper] ?? 0));
  return {
    ...rest,
    columns: { day, flags, titleEnd, bodyEnd },
    chunks: readChunkList(reader),
    recentChunks: readChunkList(reader),
    parts: readPartLists(reader),
    blocks: reader.numbers(reader.number()),
  };
}

/** Encodes a signed number as one from 0: 0, -1, 1, -2, 2 become 0, 1, 2, 3, 4. */
function zigzag(value: number): number {
  return value >= 0 ? value * 2 : -value * 2 - 1;
}

const millisecondsPerDay = 86_400_000;
const firstDay = Date.parse("0001-01-01T00:00:00Z");

/** A day, or the first day of a month or year, counted from 1 January of the year 1; 0 for none. */
export function dayNumber(key: string | undefined): number {
  if (key === undefined) return 0;
  const day = Date.parse(`${key.padEnd(10, "-01")}T00:00:00Z`);
  return Math.max(1, Math.round((day - firstDay) / millisecondsPerDay) + 1);
}

/** The day of a `dayNumber`, as `2025-10-01`; undefined for 0. */
export function dayOfNumber(day: number): string | undefined {
  if (day === 0) return undefined;
  const known =
    days.get(day) ?? new Date(firstDay + (day - 1) * millisecondsPerDay).toISOString().slice(0, 10);
  days.set(day, known);
  return known;
}

/** Cached, since a search reads the days of all its papers and most papers share them. */
const days = new Map<number, string>();
