import { changeDays } from "../ingest/identity/changed-entries.ts";
import type { Workspace } from "./paths.ts";
import { publishedAddresses } from "./read-addresses.ts";
import { readEntries } from "./read-entries.ts";

/**
 * The day on which the entry of each paper last changed, by id, as far as the ledger knows it. An ingest reports
 * what cannot be read.
 */
export async function changedPapers(workspace: Workspace): Promise<Map<string, string>> {
  const entries = [...(await readEntries(workspace))].map(([path, text]) => ({
    id: path.slice(path.lastIndexOf("/") + 1).replace(/\.mdx$/, ""),
    text,
  }));
  return changeDays(publishedAddresses(workspace).value.changes, entries);
}
