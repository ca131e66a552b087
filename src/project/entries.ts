import { CORE_SCHEMA, load } from "js-yaml";
import { type PaperEntry, paper } from "../schemas/paper.ts";

/** An entry's file, taken apart. */
export interface EntryFile {
  data: PaperEntry;
  /** The abstract's Markdown. */
  abstract: string;
}

/** Reads an entry's file; a fault is an error that names the file and the remedy. */
export function parseEntry(file: string, text: string): EntryFile {
  const normal = text.replace(/\r\n/g, "\n");
  const end = normal.indexOf("\n---\n", 4);
  const parsed = paper.safeParse(load(normal.slice(4, end + 1), { schema: CORE_SCHEMA }));
  if (parsed.success) return { data: parsed.data, abstract: normal.slice(end + 5).trim() };
  const issue = parsed.error.issues[0];
  throw new Error(
    `${file}: ${issue?.path.join(".")}: ${issue?.message}. Entries are made by \`npm run ingest\`; delete the file and run it again.`,
  );
}
