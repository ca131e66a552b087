import { relative } from "node:path";
import type { WholePaper } from "../archive/export-archive.ts";
import { byPublication } from "../archive/order.ts";
import type { Message, Staged } from "../schemas/message.ts";
import { readEntry } from "./entries.ts";
import type { Workspace } from "./paths.ts";
import { readEntries } from "./read-files.ts";

/** All papers on disk, newest first. Files that are not entries are reported. */
export async function readArchive(workspace: Workspace): Promise<Staged<WholePaper[]>> {
  const folder = relative(workspace.root, workspace.papers).replaceAll("\\", "/");
  const messages: Message[] = [];
  const papers: WholePaper[] = [];
  for (const [path, text] of await readEntries(workspace)) {
    const { value, messages: faults } = readEntry(folder, path, text);
    messages.push(...faults);
    if (value) papers.push({ entry: value.data, abstract: value.abstract });
  }
  return { value: papers.sort((a, b) => byPublication(a.entry, b.entry)), messages };
}
