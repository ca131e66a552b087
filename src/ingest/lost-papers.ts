import { CORE_SCHEMA, dump } from "js-yaml";
import type { Message } from "../schemas/message.ts";
import { fewerPapers, noPapersNow, report } from "../schemas/rules.ts";
import type { FilesOnDisk } from "./entry-file.ts";

/** How many records each seed has, by its path. */
export type RecordCounts = ReadonlyMap<string, number>;

/**
 * Reports seeds that have no record now although entries come from them, unless an error of theirs
 * is reported already.
 */
export function noPapersAnymore(
  counts: RecordCounts,
  disk: FilesOnDisk,
  reported: readonly Message[],
): Message[] {
  const faulty = new Set(
    reported.flatMap(({ severity, place }) => (severity === "error" ? (place?.file ?? []) : [])),
  );
  const empty = [...counts.keys()].filter((file) => counts.get(file) === 0 && !faulty.has(file));
  if (empty.length === 0) return [];
  const texts = [...disk.values()];
  return empty.flatMap((file) => {
    const line = sourceLine(file);
    const before = texts.filter((text) => text.includes(line)).length;
    return before === 0 ? [] : [report(noPapersNow, { count: before }, { file })];
  });
}

/** Fewer removals than this are an owner's everyday work. */
const manyRemovals = 10;

/**
 * Reports seeds of which most papers are gone. Their entries are removed all the same, because an
 * owner may shorten a list.
 */
export function muchFewerPapers(
  removed: readonly string[],
  counts: RecordCounts,
  disk: FilesOnDisk,
): Message[] {
  if (removed.length < manyRemovals) return [];
  const texts = removed.map((path) => disk.get(path) ?? "");
  return [...counts].flatMap(([file, now]) => {
    const line = sourceLine(file);
    const gone = texts.filter((text) => text.includes(line)).length;
    return gone < manyRemovals || gone <= now ? [] : [report(fewerPapers, { gone, now }, { file })];
  });
}

/** The line by which an entry names one of its sources; more than one if the name has line breaks. */
function sourceLine(file: string): string {
  const text = dump({ file }, { schema: CORE_SCHEMA, lineWidth: -1, quotingType: '"' });
  return `\n${text.replace(/^(?=.)/gm, "    ")}`;
}
