import { createHash, randomUUID } from "node:crypto";
import { unlinkSync } from "node:fs";
import { readdir, realpath, stat, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isAlive, thisHost } from "./lock-holder.ts";
import { removeOlderFiles } from "./older-temporary-files.ts";
import type { Workspace } from "./paths.ts";
import { walkFolder } from "./walk-folder.ts";

/** `.offprint-<machine>-<process id>-<random>.tmp`: hidden, so that nothing reads such a file. */
const form = /(?:^|[\\/])\.offprint-([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{8}\.tmp$/;

/** The files of this process that are being written now. */
const open = new Set<string>();

/**
 * Runs work with the path of a new file beside another one. The file is removed afterwards if it is
 * still there.
 */
export async function withTemporaryFile<T>(
  path: string,
  work: (temporary: string) => Promise<T>,
): Promise<T> {
  const temporary = temporaryBeside(path);
  open.add(temporary);
  try {
    return await work(temporary);
  } finally {
    await remove(temporary);
    open.delete(temporary);
  }
}

/** The same at once. The work has renamed the file if it returns. */
export function withTemporaryFileSync(path: string, work: (temporary: string) => void): void {
  const temporary = temporaryBeside(path);
  open.add(temporary);
  try {
    work(temporary);
  } catch (error) {
    removeSync(temporary);
    throw error;
  } finally {
    open.delete(temporary);
  }
}

function temporaryBeside(path: string): string {
  const name = `.offprint-${machine()}-${process.pid}-${randomUUID().slice(0, 8)}.tmp`;
  return join(dirname(path), name);
}

/**
 * Removes the temporary files that commands which were killed have left in a workspace, also where a
 * symbolic link leads to.
 */
export async function clearTemporaryFiles(workspace: Workspace): Promise<void> {
  const { root, seeds } = workspace;
  for (const folder of [seeds, join(root, "content"), join(root, ".cache/derived")]) {
    const { files } = walkFolder(folder, { followLinks: true });
    const paths = files.map((path) => join(folder, path));
    await clearAmong(paths);
    await removeOlderFiles(workspace, paths);
  }
  const lists = [workspace.removedFile, workspace.linksFile, workspace.addressesFile];
  for (const file of lists)
    await clearTemporaryFilesIn(dirname(await realpath(file).catch(() => file)));
}

/** The same for one folder, and not for the folders in it. */
export async function clearTemporaryFilesIn(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  await clearAmong(names.map((name) => join(folder, name)));
}

async function clearAmong(paths: readonly string[]): Promise<void> {
  for (const path of paths) if (form.test(path) && (await isLeft(path))) await remove(path);
}

/** A file is written within seconds, in milliseconds. */
const longestWrite = 600_000;
/** Longer than any process that has the process id of one that was killed, in milliseconds. */
const longestProcess = 86_400_000;

/** Whether the process that made a temporary file has ended. */
async function isLeft(path: string): Promise<boolean> {
  const [, maker, pid] = form.exec(path) ?? [];
  if (Number(pid) === process.pid && maker === machine()) return !open.has(path);
  const age = await stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
  // Only that machine knows whether the process is running.
  if (maker !== machine()) return age > longestWrite;
  return !isAlive(Number(pid)) || age > longestProcess;
}

/** Where the process id means this process, as eight hexadecimal digits. */
function machine(): string {
  thisMachine ??= createHash("sha256").update(thisHost()).digest("hex").slice(0, 8);
  return thisMachine;
}

let thisMachine: string | undefined;

/** Another process may have removed it, or it was renamed. */
function remove(path: string): Promise<void> {
  return unlink(path).catch(() => {});
}

function removeSync(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // The same.
  }
}
