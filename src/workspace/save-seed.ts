import { createHash, randomUUID } from "node:crypto";
import { link, mkdir, readFile, unlink, writeFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import type { Workspace } from "./paths.ts";

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
    if (old === undefined && (await createFile(path, bytes))) {
      return { file: `seeds/${candidate}`, isNew: true };
    }
  }
  throw new Error(`seeds/${names[1]} already exists with other contents. Rename or move it.`);
}

/** Creates a file in one step. False if another process has created it meanwhile. */
async function createFile(path: string, bytes: Uint8Array): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  await writeFile(temporary, bytes, { flag: "wx" });
  try {
    // Unlike a rename, a link never replaces a file.
    await link(temporary, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    await unlink(temporary);
  }
}
