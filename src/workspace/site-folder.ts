import { existsSync } from "node:fs";
import { chmod, chown, lstat, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { sumsFile } from "./built-files.ts";
import { exchangeInside, moveInside, settleInside, stagedInside } from "./exchange-inside.ts";
import { makeFolder } from "./make-folder.ts";
import { plainPathTo } from "./plain-path.ts";
import { hasCode } from "./system-error.ts";

/** What of a site's folder is not part of the site, and so stays when the site is replaced. */
const ownersFolder = ".git";

/** Folders beside a site: the next one while it is built, and the last one on its way out. */
function besides(site: string): { next: string; last: string; gone: string } {
  const name = join(dirname(site), `.${basename(site)}.offprint`);
  return { next: `${name}-next`, last: `${name}-last`, gone: `${name}-gone` };
}

/** What every site has. Its checksums are written last. */
const files = ["index.html", "404.html", sumsFile];

/**
 * Builds a site in a folder of its own, whose path is plain, and then puts it in the place of the last one as a whole. If
 * the build fails, the last site stays as it is.
 */
export async function replaceSite(
  folder: string,
  build: (stage: string) => Promise<void>,
): Promise<void> {
  const site = await targetOf(folder);
  await settleSite(site);
  const { next } = besides(site);
  const stage = (await canMake(next, site)) ? next : stagedInside(site);
  try {
    await makeFolder(stage);
    await buildIn(stage, build);
    checkWhole(stage);
    if (stage === next) await exchange(site);
    else await exchangeInside(site);
  } finally {
    await settleSite(site);
  }
}

async function buildIn(stage: string, build: (stage: string) => Promise<void>): Promise<void> {
  const { path, remove } = plainPathTo(stage);
  try {
    await build(path);
  } finally {
    remove();
  }
}

/**
 * Completes or clears what a killed command left of putting a site in place. No other process may
 * build the same site meanwhile.
 */
export async function settleSite(folder: string): Promise<void> {
  const site = await targetOf(folder);
  const { next, last, gone } = besides(site);
  // The last site makes room only when the next one is complete.
  if (!existsSync(site) && existsSync(last)) await rename(existsSync(next) ? next : last, site);
  if (existsSync(last)) {
    await keepOwners(last, site);
    await rm(gone, { recursive: true, force: true });
    await rename(last, gone);
  }
  for (const path of [next, gone]) await rm(path, { recursive: true, force: true });
  await settleInside(site);
}

/** Makes a folder. False if that is not allowed beside a site that exists. */
async function canMake(next: string, site: string): Promise<boolean> {
  try {
    await makeFolder(next);
    return true;
  } catch (error) {
    if (existsSync(site) && hasCode(error, "EACCES", "EPERM", "EROFS")) return false;
    throw error;
  }
}

function checkWhole(stage: string): void {
  const missing = files.filter((file) => !existsSync(join(stage, file)));
  if (missing.length === 0) return;
  throw new Error(`The build ended without ${missing.join(", ")}, so its site is not complete.`);
}

/** Replaces a site by the next one with two renames. */
async function exchange(site: string): Promise<void> {
  const { next, last } = besides(site);
  if (!existsSync(site)) return rename(next, site);
  await takeOver(site, next);
  try {
    await rename(site, last);
  } catch (error) {
    // A mount point has no other name, and a folder can belong to somebody else.
    if (!hasCode(error, "EBUSY", "EXDEV", "EACCES", "EPERM")) throw error;
    await moveInside(next, site);
    return exchangeInside(site);
  }
  try {
    await rename(next, site);
  } catch (error) {
    await rename(last, site);
    throw error;
  }
}

/** Gives a new folder the permissions and, if possible, the owner of an old one. */
async function takeOver(from: string, to: string): Promise<void> {
  const { mode, uid, gid } = await stat(from);
  await chmod(to, mode);
  await chown(to, uid, gid).catch(() => {});
}

async function keepOwners(last: string, site: string): Promise<void> {
  const [from, to] = [join(last, ownersFolder), join(site, ownersFolder)];
  if (existsSync(from) && !existsSync(to)) await rename(from, to);
}

/** The folder that a link names, or the folder itself. */
async function targetOf(folder: string): Promise<string> {
  const found = await lstat(folder).catch(() => undefined);
  return found?.isSymbolicLink() ? realpath(folder) : resolve(folder);
}
