import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { linkFile } from "../link-file.ts";
import type { Workspace } from "../paths.ts";
import {
  type BundleRecord,
  markUsed,
  nameOfBundle,
  sealBundle,
  settleBundle,
  soundBundle,
  unfinishedIn,
} from "./bundle-folder.ts";
import { dropShared, giveToOthers, takeShared } from "./shared-bundles.ts";

/** The bundles of an engine and its settings: what makes pages, and the scripts, styles and fonts that they load. */
export interface KeptBundle extends BundleRecord {
  /** The folder of the code that makes pages. */
  server: string;
  /** The folder of what is in the site, and the paths of the files in it. */
  site: string;
  files: string[];
}

function folderOf({ root }: Pick<Workspace, "root">): string {
  return join(root, ".cache/bundles");
}

/** The folder in which this process gathers bundles before they are complete. */
export function nextBundle(workspace: Pick<Workspace, "root">): string {
  return unfinishedIn(folderOf(workspace));
}

/** Gathers files of a folder for the next bundle, before something can move them. */
export function gatherBundle(
  workspace: Pick<Workspace, "root">,
  part: "server" | "site",
  folder: string,
  paths: readonly string[],
): void {
  for (const path of paths) {
    linkFile(join(folder, path), join(nextBundle(workspace), part, path));
  }
}

/** Keeps what was gathered as the bundles of a key. */
export async function keepBundle(
  workspace: Pick<Workspace, "root">,
  key: string,
  known: BundleRecord,
): Promise<void> {
  const next = nextBundle(workspace);
  try {
    await sealBundle(workspace, next, key, known);
    settleBundle(folderOf(workspace), key);
  } catch {
    // The next build makes them again.
    rmSync(next, { recursive: true, force: true });
  }
}

/** Shares the bundles of a key, which are sure to be made from what it stands for, with all archives of these packages. */
export function shareBundle(workspace: Pick<Workspace, "root">, key: string): void {
  giveToOthers(workspace, key, placeOf(workspace, key));
}

/**
 * The bundles that were made from the same, of this archive or shared ones, which become its own; undefined if there are
 * none, or if one of their files has changed.
 */
export function openBundle(
  workspace: Pick<Workspace, "root">,
  key: string,
): KeptBundle | undefined {
  const folder = placeOf(workspace, key);
  const found = () => soundBundle(workspace, folder, key);
  const sound = found() ?? (takeShared(workspace, key, folderOf(workspace)) ? found() : undefined);
  if (!sound) return undefined;
  markUsed(folder);
  const { facts, messages, paths } = sound;
  const files = paths.flatMap((path) => (path.startsWith("site/") ? [path.slice(5)] : []));
  return { facts, messages, files, server: join(folder, "server"), site: join(folder, "site") };
}

/** Whether there are bundles of a key, sound or not. */
export function hasBundle(workspace: Pick<Workspace, "root">, key: string): boolean {
  return existsSync(placeOf(workspace, key)) || takeShared(workspace, key, folderOf(workspace));
}

/** Removes the bundles of a key, which this build cannot use, also where they are shared. */
export function dropBundle(workspace: Pick<Workspace, "root">, key: string): void {
  rmSync(placeOf(workspace, key), { recursive: true, force: true });
  dropShared(workspace, key);
}

function placeOf(workspace: Pick<Workspace, "root">, key: string): string {
  return join(folderOf(workspace), nameOfBundle(key));
}
