import { readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { SeedFile } from "../ingest/raw-paper.ts";
import { largestSeed } from "../ingest/read-seed.ts";
import { report, tooLarge, unreadSeed } from "../schemas/rules.ts";
import { isAside } from "./is-aside.ts";
import { isHalfSeed } from "./older-temporary-files.ts";
import type { Workspace } from "./paths.ts";
import { unpacked } from "./unpack.ts";
import { walkFolder } from "./walk-folder.ts";
import { whyUnread } from "./why-unread.ts";

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

function posix(path: string): string {
  return path.split(sep).join("/");
}
