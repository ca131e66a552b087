import { relative } from "node:path";
import type { WholePaper } from "../archive/export-archive.ts";
import { byPublication } from "../archive/order.ts";
import type { Message, Staged } from "../schemas/message.ts";
import type { Workspace } from "./paths.ts";
import { readEntries } from "./read-entries.ts";
import { readStoredEntry, withKeptEntries } from "./store/entry-store.ts";

/** All papers on disk, newest first. Files that are not entries are reported. */
export async function readArchive(workspace: Workspace): Promise<Staged<WholePaper[]>> {
  const folder = relative(workspace.root, workspace.papers).replaceAll("\\", "/");
  const messages: Message[] = [];
  const papers: WholePaper[] = [];
  const files = await readEntries(workspace);
  await withKeptEntries(workspace, async (store) => {
    for (const [path, text] of files) {
      const { value, messages: faults } = readStoredEntry(store, folder, path, text);
      messages.push(...faults);
      if (value) papers.push({ entry: value.data, abstract: value.abstract });
    }
  });
  return { value: papers.sort((a, b) => byPublication(a.entry, b.entry)), messages };
}
