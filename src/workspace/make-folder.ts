import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { hasCode } from "./system-error.ts";

/** Makes a folder and those above it, unless they exist. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
    // On a read-only disk, Node only says that the folder does not exist. This says why.
    let missing = path;
    while (!existsSync(dirname(missing)) && dirname(missing) !== missing)
      missing = dirname(missing);
    await mkdir(missing).catch((reason: unknown) => {
      if (!hasCode(reason, "EEXIST")) throw reason;
    });
    await mkdir(path, { recursive: true });
  }
}
