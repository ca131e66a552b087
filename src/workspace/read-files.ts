import { readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type FilesOnDisk, idOfPath } from "../ingest/plan-writes.ts";
import type { SeedFile } from "../ingest/raw-paper.ts";
import { largestSeed } from "../ingest/read-seed.ts";
import { stateOfFile } from "../ingest/to-mdx.ts";
import type { Staged } from "../schemas/message.ts";
import { report, tooLarge, unreadEntry, unreadSeed } from "../schemas/rules.ts";
import { isHalfSeed } from "./older-temporary-files.ts";
import type { Workspace } from "./paths.ts";
import { unpacked } from "./unpack.ts";
import { walkFolder } from "./walk-folder.ts";
import { whyUnread } from "./why-unread.ts";

/** Whether a file or folder of this name is neither a seed nor a note: hidden ones and READMEs. */
export function isAside(name: string): boolean {
  return /^\.|^README(?:[.-][a-z]{2}(?:[-_][a-z]{2})?)?(?:\.(?:md|markdown|txt|rst|adoc|org|html?))?$/i.test(
    name,
  );
}

/** The seeds of a workspace. */
export interface SeedsOnDisk {
  /** Relative to the workspace; also those that cannot be read. */
  paths: string[];
  /**
   * Reads one seed after the other, so that only one is in memory. Reports what it could not read.
   */
  read: () => Generator<SeedFile>;
}

/** Finds every seed of a workspace. Symbolic links are followed. */
export function seedsOnDisk(
  { root, seeds }: Workspace,
  walk: typeof walkFolder = walkFolder,
): SeedsOnDisk {
  const { files, unread } = walk(seeds, { followLinks: true, skip: isAside });
  const pathOf = (path: string) => posix(relative(root, join(seeds, path)));
  return {
    paths: [...unread.map(({ path }) => path), ...files].map(pathOf),
    *read() {
      for (const { path, reason } of unread) yield withoutText(pathOf(path), reason);
      for (const path of files) {
        yield isHalfSeed(path)
          ? withoutText(pathOf(path), "it is a temporary file that an ended command left")
          : readSeedFile(join(seeds, path), pathOf(path));
      }
    },
  };
}

function readSeedFile(file: string, path: string): SeedFile {
  try {
    if (statSync(file).size <= largestSeed) return unpacked(path, readFileSync(file));
  } catch (error) {
    return withoutText(path, whyUnread(error));
  }
  const limit = `${largestSeed / 1_000_000} MB`;
  const messages = [report(tooLarge, { what: "This file", limit }, { file: path })];
  return { path, bytes: new Uint8Array(), messages };
}

function withoutText(path: string, reason: string): SeedFile {
  const messages = [report(unreadSeed, { reason }, { file: path })];
  return { path, bytes: new Uint8Array(), messages };
}

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

/** All files under a folder, relative to it, with `/`, sorted. Empty if there is no such folder. */
export function filesUnder(folder: string): string[] {
  return walkFolder(folder, { followLinks: false }).files;
}

function posix(path: string): string {
  return path.split(sep).join("/");
}
