import { sourceName } from "../archive/source-names.ts";
import { type Conflict, conflictIn } from "../schemas/git-conflict.ts";
import { flatMapStaged, type Message, type Staged } from "../schemas/message.ts";
import {
  damagedBeginning,
  emptyFile,
  gitConflict,
  longRecord,
  report,
  seedFailed,
  tooLarge,
  tooManyAliases,
  unknownFormat,
} from "../schemas/rules.ts";
import { soundTexts } from "../schemas/sound-texts.ts";
import { decode } from "../text/decode.ts";
import { formats, jsonReaders, readByStructure } from "./choose-reader.ts";
import { reasonOf } from "./contained.ts";
import type { RawPaper, SeedContext, SeedFile } from "./raw-paper.ts";
import { listInNote, listOfPapers, papersLinkedIn } from "./readers/list-of-papers.ts";
import type { SeedText } from "./readers/reader.ts";
import { hasTooManyAliases } from "./readers/recognise-yaml.ts";
import { withoutBeginning } from "./readers/salvage.ts";

/** In bytes, unpacked. A file takes several times its size in memory while it is read. */
export const largestSeed = 200_000_000;
/** In characters. No abstract is nearly as long, and each takes many times its size in memory. */
const longestText = 1_000_000;

/** Reads the records of one seed file. */
export function readSeed(seed: SeedFile, context: SeedContext): Staged<RawPaper[]> {
  const { path } = seed;
  if (seed.bytes.length === 0 && seed.messages) return { value: [], messages: seed.messages };
  if (seed.bytes.length > largestSeed) {
    const params = { what: "This file", limit: `${largestSeed / 1_000_000} MB` };
    return { value: [], messages: [report(tooLarge, params, { file: path })] };
  }
  const { text: decoded, messages: decoding } = decode(path, seed.bytes);
  const conflict = conflictIn(decoded);
  if (conflict) return readConflict(path, conflict, context);
  return readText(path, decoded, [...(seed.messages ?? []), ...decoding], context);
}

/** Reads both versions of a seed in which git left a conflict. One message says all that is wrong with it. */
function readConflict(path: string, { line, both }: Conflict, context: SeedContext) {
  const { value } = readText(path, both, [], context);
  return { value, messages: [report(gitConflict, {}, { file: path, line })] };
}

function readText(
  path: string,
  text: string,
  messages: Message[],
  context: SeedContext,
): Staged<RawPaper[]> {
  const file = { path, text };
  let read: Staged<RawPaper[]> | undefined;
  try {
    read =
      listInNote(file) ??
      readByStructure(file, context) ??
      readWithoutBeginning(file, context) ??
      listOfPapers(file);
  } catch (error) {
    // Whatever a reader cannot cope with, the other files are read.
    const failed = report(seedFailed, { reason: reasonOf(error) }, { file: path });
    return { value: [], messages: [...messages, failed] };
  }
  // A file without papers is never passed over in silence.
  if (!read || (read.value.length === 0 && read.messages.length === 0)) {
    return { value: [], messages: [...messages, unread(path, text)] };
  }
  const short = flatMapStaged(read.value, withoutLongTexts);
  return {
    value: soundTexts(detached(numbered(short.value), text)),
    messages: [...messages, ...read.messages, ...short.messages],
  };
}

/** Leaves out a record whose text no paper has. */
function withoutLongTexts(paper: RawPaper): Staged<RawPaper[]> {
  const { title, abstract, source } = paper;
  if (Math.max(title.length, abstract.length) <= longestText) {
    return { value: [paper], messages: [] };
  }
  const params = { limit: longestText.toLocaleString("en") };
  const place = { file: source.file, line: source.line };
  return { value: [], messages: [report(longRecord, params, place)] };
}

/**
 * Copies the records of a large file. A part of a string keeps the whole string in memory, and so
 * would a record keep its file.
 */
function detached(papers: RawPaper[], { length }: string): RawPaper[] {
  return length > 1_000_000 ? structuredClone(papers) : papers;
}

/** Numbers records that begin on the same line, as all do in JSON without line breaks. */
function numbered(papers: RawPaper[]): RawPaper[] {
  const counts = new Map<number, number>();
  return papers.map((paper) => {
    const { source } = paper;
    const record = (counts.get(source.line) ?? 0) + 1;
    counts.set(source.line, record);
    return record === 1 ? paper : { ...paper, source: { ...source, record } };
  });
}

/** Reads a file that no reader recognises, starting at the first record that one recognises. */
function readWithoutBeginning(
  file: SeedText,
  context: SeedContext,
): Staged<RawPaper[]> | undefined {
  let best: Staged<RawPaper[]> | undefined;
  for (const { at, ...rest } of withoutBeginning(file)) {
    const read = jsonReaders.find((reader) => reader.recognises(rest))?.read(rest, context);
    if (!read || read.value.length <= (best?.value.length ?? 0)) continue;
    const line = file.text.slice(0, at).split("\n").length;
    const message = report(damagedBeginning, {}, { file: file.path, line });
    best = { value: read.value, messages: [message, ...read.messages] };
  }
  return best;
}

function unread(file: string, text: string): Message {
  if (text.trim() === "") return report(emptyFile, {}, { file });
  if (hasTooManyAliases(text)) return report(tooManyAliases, {}, { file });
  const linked = papersLinkedIn({ path: file, text });
  return report(unknownFormat, { formats: formats.map(sourceName).join("; "), linked }, { file });
}
