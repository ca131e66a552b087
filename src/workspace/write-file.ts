import { link, open, realpath, rename, stat } from "node:fs/promises";
import { at, hasCode } from "./system-error.ts";
import { withTemporaryFile } from "./temporary-files.ts";

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
