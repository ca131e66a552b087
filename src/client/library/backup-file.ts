import { mergeSaved } from "./merge-saved.ts";
import { isObject, isPaperId, type PaperError, validatePaper } from "./paper-codec.ts";
import type { SavedPaper } from "./saved-paper.ts";

const format = "offprint-lists";
/** The version of the file's format that this code reads and writes. */
export const backupVersion = 1;

/** An item of a file that could not be imported. */
export interface SkippedItem {
  /** Position in the file, from 1. */
  number: number;
  /** Its id, if it is a string. */
  id: string | undefined;
  error: PaperError | "bad-id";
}

/** What a file contains, or why nothing of it can be imported. */
export type Backup =
  | { papers: Map<string, SavedPaper>; skipped: SkippedItem[] }
  | { error: "not-json" | "not-a-backup" }
  | { error: "other-version"; version: string };

/** A reader's library as a file. The same library gives the same text, except for `exported`. */
export function writeBackup(papers: ReadonlyMap<string, SavedPaper>, exported: string): string {
  const items = [...papers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { title, ...marks }]) => ({ id, title, ...marks }));
  const file = { format, version: backupVersion, exported, papers: items };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Reads such a file. An invalid item is skipped; the others are imported. */
export function readBackup(text: string): Backup {
  const value = parse(text.replace(/^\uFEFF/, ""));
  if (value === undefined) return { error: "not-json" };
  if (!isObject(value) || value["format"] !== format || !Array.isArray(value["papers"])) {
    return { error: "not-a-backup" };
  }
  const version = value["version"];
  if (version !== backupVersion) return { error: "other-version", version: String(version) };
  return readItems(value["papers"]);
}

function readItems(items: readonly unknown[]): Backup {
  const papers = new Map<string, SavedPaper>();
  const skipped: SkippedItem[] = [];
  for (const [index, item] of items.entries()) {
    const id = isObject(item) ? item["id"] : undefined;
    if (!isPaperId(id)) {
      skipped.push({
        number: index + 1,
        id: typeof id === "string" ? id : undefined,
        error: "bad-id",
      });
      continue;
    }
    const decoded = validatePaper(item);
    if ("error" in decoded) {
      skipped.push({ number: index + 1, id, error: decoded.error });
      continue;
    }
    const earlier = papers.get(id);
    papers.set(id, earlier ? mergeSaved(earlier, decoded.paper) : decoded.paper);
  }
  return { papers, skipped };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
