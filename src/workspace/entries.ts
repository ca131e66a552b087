import { CORE_SCHEMA, load } from "js-yaml";
import type { Message, Staged } from "../schemas/message.ts";
import { type PaperEntry, paper } from "../schemas/paper.ts";
import { parseYaml } from "../schemas/parse-yaml.ts";
import {
  foreignFile,
  invalidEntry,
  misplacedEntry,
  report,
  unclosedFrontmatter,
} from "../schemas/rules.ts";
import { splitFrontMatter } from "../text/front-matter.ts";

/** An entry's file, taken apart. */
export interface EntryFile {
  data: PaperEntry;
  /** The abstract's Markdown. */
  abstract: string;
}

/** Where a paper's entry lies in the folder of entries. */
export function entryPath({
  id,
  published,
  publishedIn,
}: Pick<PaperEntry, "id" | "published" | "publishedIn">): string {
  return `${(published ?? publishedIn)?.slice(0, 4) ?? "undated"}/${id}.mdx`;
}

/**
 * Reads a file of the folder of entries, at a path within it. One that ingesting did not make, that
 * has a fault, or that lies where no entry of its paper belongs, gives no value but a message.
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
  const value = takeApart(text);
  if (!value) return { value, messages: faultsOf(file, text) };
  const expected = entryPath(value.data);
  if (expected !== path) {
    const message = report(misplacedEntry, { expected: `${folder}/${expected}` }, { file });
    return { value: undefined, messages: [message] };
  }
  return { value, messages: [] };
}

/** Reads an entry that was just made; a fault is an error. */
export function parseEntry(file: string, text: string): EntryFile {
  const value = takeApart(text);
  if (value) return value;
  throw new Error(
    faultsOf(file, text)
      .map(({ reason }) => `${file}: ${reason}`)
      .join("\n"),
  );
}

function takeApart(text: string): EntryFile | undefined {
  const { yaml, body } = splitFrontMatter(text);
  if (yaml === undefined) return undefined;
  try {
    const { data } = paper.safeParse(load(yaml, { schema: CORE_SCHEMA }));
    return data && { data, abstract: body.trim() };
  } catch {
    return undefined;
  }
}

/** What is wrong with an entry, each fault with its line. Slower than taking a sound one apart. */
function faultsOf(file: string, text: string): Message[] {
  const { yaml } = splitFrontMatter(text);
  if (yaml === undefined) {
    return [report(unclosedFrontmatter, { kind: "entry" }, { file, line: 1 })];
  }
  // The empty line stands for the opening fence, so that messages count lines as the file does.
  const { messages } = parseYaml(file, `\n${yaml}`, paper);
  return messages.map(({ place, ...fault }) => report(invalidEntry, fault, place));
}
