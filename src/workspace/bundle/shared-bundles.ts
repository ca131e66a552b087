import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { filesUnder } from "../files-under.ts";
import { linkFile } from "../link-file.ts";
import type { Workspace } from "../paths.ts";
import {
  markUsed,
  nameOfBundle,
  settleBundle,
  soundBundle,
  unfinishedIn,
} from "./bundle-folder.ts";

/**
 * Bundles beside the packages that they are made of, where other tools keep theirs: for all archives with these packages, and
 * when `.cache/` is gone. No build reads them from there while another one may replace them: each takes its own first.
 */
function folderOf({ root }: Pick<Workspace, "root">): string {
  return join(root, "node_modules/.cache/offprint/bundles");
}

/** Shares bundles of an archive. Packages may be where nobody can write, and then nothing is shared. */
export function giveToOthers(workspace: Pick<Workspace, "root">, key: string, from: string): void {
  if (!existsSync(join(workspace.root, "node_modules")) || hasShared(workspace, key)) return;
  copyBundle(workspace, key, from, folderOf(workspace));
}

/** Whether bundles of a key are shared, and sound. */
export function hasShared(workspace: Pick<Workspace, "root">, key: string): boolean {
  return soundBundle(workspace, placeOf(workspace, key), key) !== undefined;
}

/** Takes shared bundles into a folder of bundles. False if there are none that are sound. */
export function takeShared(
  workspace: Pick<Workspace, "root">,
  key: string,
  target: string,
): boolean {
  const from = placeOf(workspace, key);
  if (!existsSync(from) || !copyBundle(workspace, key, from, target)) return false;
  markUsed(from);
  return true;
}

/** Removes shared bundles of a key. */
export function dropShared(workspace: Pick<Workspace, "root">, key: string): void {
  try {
    rmSync(placeOf(workspace, key), { recursive: true, force: true });
  } catch {
    // Nobody can write there.
  }
}

function placeOf(workspace: Pick<Workspace, "root">, key: string): string {
  return join(folderOf(workspace), nameOfBundle(key));
}

/** Links sound bundles into another folder of bundles. False if that is not possible. */
function copyBundle(
  workspace: Pick<Workspace, "root">,
  key: string,
  from: string,
  target: string,
): boolean {
  const next = unfinishedIn(target);
  try {
    rmSync(next, { recursive: true, force: true });
    for (const path of filesUnder(from)) linkFile(join(from, path), join(next, path));
    if (soundBundle(workspace, next, key)) {
      settleBundle(target, key);
      return true;
    }
  } catch {
    // Another process may be removing them, or the disk may be full.
  }
  rmSync(next, { recursive: true, force: true });
  return false;
}
