import { CORE_SCHEMA, load } from "js-yaml";
import type { Message, Staged } from "../schemas/message.ts";
import { type PaperEntry, paper } from "../schemas/paper.ts";
import { parseYaml } from "../schemas/parse-yaml.ts";
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
    return { value: undefined, messages: [foreign(file)] };
  }
  const value = takeApart(text);
  if (!value) return { value, messages: faultsOf(file, text) };
  const belongs = entryPath(value.data);
  if (belongs !== path) {
    return { value: undefined, messages: [misplaced(file, `${folder}/${belongs}`)] };
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
  if (yaml === undefined) return [notClosed(file)];
  // The empty line stands for the opening fence, so that messages count lines as the file does.
  const { messages } = parseYaml(file, `\n${yaml}`, paper, "entry");
  return messages.map((message) => ({
    ...message,
    hint: message.hint === undefined ? anew : `${message.hint} Or: ${anew}`,
  }));
}

const anew = "Delete the file and run `npm run ingest`, which makes it again.";

function notClosed(file: string): Message {
  return {
    rule: "entry",
    severity: "error",
    reason: "The front matter of this entry has no closing line of three hyphens (---).",
    place: { file, line: 1 },
    hint: anew,
  };
}

function foreign(file: string): Message {
  return {
    rule: "stray-entry",
    severity: "warning",
    reason: "This file was not made from seeds/, so the site does not show it.",
    place: { file },
    hint: "Move the file to another folder, or delete it.",
  };
}

function misplaced(file: string, belongs: string): Message {
  return {
    rule: "entry-misplaced",
    severity: "error",
    reason: `The entry in this file belongs at ${belongs}, so the site does not show this one.`,
    place: { file },
    hint: anew,
  };
}
