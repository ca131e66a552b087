import { CORE_SCHEMA, load } from "js-yaml";
import { entryPath } from "../archive/entry-path.ts";
import { upgradePaper } from "../ingest/upgrade-paper.ts";
import type { Message, Staged } from "../schemas/message.ts";
import { type PaperEntry, paper, paperVersion } from "../schemas/paper.ts";
import { parseYaml } from "../schemas/parse-yaml.ts";
import {
  deepEntry,
  foreignFile,
  invalidEntry,
  laterEntry,
  misplacedEntry,
  report,
  unclosedFrontmatter,
} from "../schemas/rules.ts";
import { soundTexts } from "../schemas/sound-texts.ts";
import { splitFrontmatter } from "../text/frontmatter.ts";
import { tooDeepToParse } from "../text/markdown-depth.ts";

/** The parts of an entry's file. */
export interface EntryFile {
  data: PaperEntry;
  /** The abstract's Markdown. */
  abstract: string;
}

/**
 * Reads a file of the folder of entries; `path` is relative to that folder. There is a message and
 * no value if `ingest` did not make the file, if it has a fault, or if it is not at its paper's path.
 */
export function readEntry(
  folder: string,
  path: string,
  text: string,
): Staged<EntryFile | undefined> {
  const file = `${folder}/${path}`;
  if (!/^\uFEFF?---\r?\n# Made by /.test(text)) {
    return { value: undefined, messages: [report(foreignFile, {}, { file })] };
  }
  const value = parseFile(text);
  if (!value) return { value: undefined, messages: faultsOf(file, text) };
  if ("later" in value) {
    const params = { version: value.later, known: paperVersion };
    return { value: undefined, messages: [report(laterEntry, params, { file })] };
  }
  const expected = entryPath(value.data);
  if (expected !== path) {
    const message = report(misplacedEntry, { expected: `${folder}/${expected}` }, { file });
    return { value: undefined, messages: [message] };
  }
  return { value, messages: isSoundEntry(value) ? [] : [report(deepEntry, {}, { file })] };
}

/** Whether the texts of an entry can be parsed. */
export function isSoundEntry({ data, abstract }: EntryFile): boolean {
  return [data.title, abstract].every((markdown) => tooDeepToParse(markdown) === undefined);
}

/** Reads an entry that is expected to be sound. Throws an error that lists its faults. */
export function parseEntry(file: string, text: string): EntryFile {
  const value = parseFile(text);
  if (value && !("later" in value)) return value;
  throw new Error(
    faultsOf(file, text)
      .map(({ reason }) => `${file}: ${reason}`)
      .join("\n"),
  );
}

function parseFile(text: string): EntryFile | { later: number } | undefined {
  const { yaml, body } = splitFrontmatter(text);
  if (yaml === undefined) return undefined;
  try {
    const upgraded = upgradePaper(soundTexts(load(yaml, { schema: CORE_SCHEMA })));
    if ("later" in upgraded) return upgraded;
    const { data } = paper.safeParse(upgraded.fields);
    return data && { data, abstract: body.trim() };
  } catch {
    return undefined;
  }
}

/** The faults of an entry, each with its line. Several times slower than reading a sound entry. */
function faultsOf(file: string, text: string): Message[] {
  const { yaml } = splitFrontmatter(text);
  if (yaml === undefined) {
    return [report(unclosedFrontmatter, { kind: "entry" }, { file, line: 1 })];
  }
  // The empty line stands for the opening fence, so that messages count lines as the file does.
  const { messages } = parseYaml(file, `\n${yaml}`, paper);
  return messages.map(({ place, ...fault }) => report(invalidEntry, fault, place));
}
