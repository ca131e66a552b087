import {
  closeSync,
  fchmodSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { link, open, realpath, rename, stat } from "node:fs/promises";
import { at, atSync, hasCode } from "./system-error.ts";
import { withTemporaryFile, withTemporaryFileSync } from "./temporary-files.ts";

/**
 * Writes a file in one step: after a crash or on a full disk there is either the old file or the new
 * one. A symbolic link stays, and the file that it leads to is written. `fsync: false` is faster, for
 * files that can be made again.
 */
export async function writeFileAtomic(
  path: string,
  content: string | Uint8Array,
  { fsync = true }: { fsync?: boolean } = {},
): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const mode = await stat(target).then(
    (old) => old.mode & 0o777,
    () => undefined,
  );
  await withTemporaryFile(target, async (temporary) => {
    await at(target, () => write(temporary, content, { fsync, mode }));
    await rename(temporary, target);
  });
}

/**
 * The same at once and without `fsync`, for thousands of files that can be made again: waiting for each step of each
 * file takes several times as long as the steps.
 */
export function writeFileAtomicSync(path: string, content: string): void {
  const isThere = lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  const target = isThere ? realPathOf(path) : path;
  const mode = isThere ? statSync(target, { throwIfNoEntry: false })?.mode : undefined;
  withTemporaryFileSync(target, (temporary) => {
    atSync(target, () => {
      const file = openSync(temporary, "wx");
      try {
        writeFileSync(file, content);
        if (mode !== undefined) fchmodSync(file, mode & 0o777);
      } finally {
        closeSync(file);
      }
    });
    renameSync(temporary, target);
  });
}

/** Of a link to nowhere, the path itself. */
function realPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

/** Creates a file in one step. False if there is one already, which stays as it is. */
export async function createFileAtomic(
  path: string,
  content: string | Uint8Array,
): Promise<boolean> {
  return withTemporaryFile(path, async (temporary) => {
    await at(path, () => write(temporary, content, { fsync: true, mode: undefined }));
    try {
      // Unlike a rename, a link never replaces a file.
      await link(temporary, path);
      return true;
    } catch (error) {
      if (hasCode(error, "EEXIST")) return false;
      throw error;
    }
  });
}

async function write(
  path: string,
  content: string | Uint8Array,
  { fsync, mode }: { fsync: boolean; mode: number | undefined },
): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(content);
    if (mode !== undefined) await file.chmod(mode);
    if (fsync) await file.sync();
  } finally {
    await file.close();
  }
}
