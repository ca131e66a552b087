import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type FilesOnDisk, idOfPath, stateOfFile } from "../ingest/entry-file.ts";
import type { Staged } from "../schemas/message.ts";
import { report, unreadEntry } from "../schemas/rules.ts";
import type { Workspace } from "./paths.ts";
import { walkFolder } from "./walk-folder.ts";
import { whyUnread } from "./why-unread.ts";

/**
 * The texts of the files in the folder of entries, by their paths in it. A paper has one: where an entry
 * that the owner edited was kept in the folder of another year, the one that ingest made counts.
 */
export async function readEntries(workspace: Workspace): Promise<FilesOnDisk> {
  const { value } = await entriesOnDisk(workspace);
  const byName = Map.groupBy(value, ([path]) => idOfPath(path));
  const twice = [...byName.values()].filter((files) => files.length > 1);
  const others = twice.flatMap((files) => {
    const shown = shownFile(files);
    return files.filter((file) => file !== shown).map(([path]) => path);
  });
  const left = new Set(others);
  return new Map([...value].filter(([path]) => !left.has(path)));
}

/** Of the files that a paper has, the one that counts. */
export function shownFile<F extends [path: string, text: string]>(
  files: readonly F[],
): F | undefined {
  return files.find(([, text]) => stateOfFile(text) === "made") ?? files.at(-1);
}

/**
 * The same with a message for each entry that cannot be read. Such an entry has an empty text, so that
 * it counts as a file of the owner's. `isWhole` is false if a folder cannot be read.
 */
export async function entriesOnDisk({
  root,
  papers,
}: Workspace): Promise<Staged<FilesOnDisk> & { isWhole: boolean }> {
  const isEntry = (path: string) => path.endsWith(".mdx");
  const { files, unread } = walkFolder(papers, { followLinks: true });
  const paths = files.filter(isEntry);
  const texts = new Map<string, string>();
  // One after the other, which takes a fraction of the time of ten thousand promises.
  for (const path of paths) {
    try {
      texts.set(path, readFileSync(join(papers, path), "utf8"));
    } catch (error) {
      unread.push({ path, reason: whyUnread(error), isFolder: false });
      texts.set(path, "");
    }
  }
  const folder = posix(relative(root, papers));
  const faults = unread.filter(({ path, isFolder }) => isFolder || isEntry(path));
  for (const { path, isFolder } of faults) if (!isFolder) texts.set(path, "");
  return {
    value: texts,
    messages: faults.map(({ path, reason }) =>
      report(unreadEntry, { reason }, { file: path === "" ? folder : `${folder}/${path}` }),
    ),
    isWhole: faults.every(({ isFolder }) => !isFolder),
  };
}

function posix(path: string): string {
  return path.split(sep).join("/");
}
