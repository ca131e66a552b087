import { existsSync, statSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { hasCode } from "./system-error.ts";

/**
 * Makes a folder and those above it, unless they exist. One after the other: on a read-only disk, Node's `recursive`
 * only says that the folder does not exist, and in a folder that takes no others, such as `/proc`, it never ends.
 */
export async function makeFolder(path: string): Promise<void> {
  const above = dirname(path);
  if (above !== path && !existsSync(above)) await makeFolder(above);
  try {
    await mkdir(path);
  } catch (error) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
    throw hasCode(error, "ENOENT") && existsSync(above)
      ? new Error(`${above} takes no folders`, { cause: error })
      : error;
  }
}
