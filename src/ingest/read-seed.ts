import { sourceName } from "../archive/source-names.ts";
import type { Message, Staged } from "../schemas/message.ts";
import { damagedBeginning, emptyFile, report, tooLarge, unknownFormat } from "../schemas/rules.ts";
import { decode } from "../text/decode.ts";
import { formats, jsonReaders, readByStructure } from "./choose-reader.ts";
import type { RawPaper, SeedContext, SeedFile } from "./raw-paper.ts";
import type { SeedText } from "./readers/reader.ts";
import { withoutBeginning } from "./readers/salvage.ts";

/** V8 limits a string to about 537 million characters; this leaves some room. */
const mostBytes = 400_000_000;

/** Reads the records of one seed file. */
export function readSeed(seed: SeedFile, context: SeedContext): Staged<RawPaper[]> {
  if (seed.bytes.length > mostBytes) {
    const params = { what: "This file", limit: `${mostBytes / 1_000_000} MB` };
    return { value: [], messages: [report(tooLarge, params, { file: seed.path })] };
  }
  const { text, messages: decoding } = decode(seed.path, seed.bytes);
  const messages = [...(seed.messages ?? []), ...decoding];
  const file = { path: seed.path, text };
  const read = readByStructure(file, context) ?? readWithoutBeginning(file, context);
  if (!read) return { value: [], messages: [...messages, unread(seed.path, text)] };
  return { value: numbered(read.value), messages: [...messages, ...read.messages] };
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
  return report(unknownFormat, { formats: formats.map(sourceName).join("; ") }, { file });
}
