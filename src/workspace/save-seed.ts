import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { makeFolder } from "./make-folder.ts";
import type { Workspace } from "./paths.ts";
import { createFileAtomic } from "./write-file.ts";

/** Where a seed was saved. */
export interface SavedSeed {
  /** Relative to the workspace. */
  file: string;
  /** False if a file with the same bytes existed. */
  isNew: boolean;
}

/**
 * Saves a seed unchanged under a name in `seeds/`. If that name is taken by other bytes, a hash of the
 * new bytes is added to the name, so that saving the same seed again gives the same name.
 */
export async function saveSeed(
  { seeds }: Pick<Workspace, "seeds">,
  name: string,
  bytes: Uint8Array,
): Promise<SavedSeed> {
  const ending = extname(name);
  const digest = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
  const names = [name, `${name.slice(0, name.length - ending.length)}-${digest}${ending}`];
  for (const candidate of names) {
    const path = join(seeds, candidate);
    const old = await readFile(path).catch(() => undefined);
    if (old?.equals(bytes)) return { file: `seeds/${candidate}`, isNew: false };
    if (old !== undefined) continue;
    await makeFolder(dirname(path));
    if (await createFileAtomic(path, bytes)) {
      return { file: `seeds/${candidate}`, isNew: true };
    }
  }
  throw new Error(`seeds/${names[1]} already exists with other contents. Rename or move it.`);
}
