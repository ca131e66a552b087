import { createHash, randomUUID } from "node:crypto";
import { link, mkdir, readFile, unlink, writeFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import type { Workspace } from "./paths.ts";

export interface SavedSeed {
  /** The file, as the project names it. */
  file: string;
  /** False where a file with the same bytes was there already. */
  isNew: boolean;
}

/**
 * Saves a seed as it came, under a name within `seeds/`. A file of that name with other bytes stays,
 * and the new one gets a name of its own, the same each time.
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
  throw new Error(`seeds/${names[1]} is there already with other contents; move it away.`);
}

/** Makes a file whole or not at all; false where there is one by now. */
async function createFile(path: string, bytes: Uint8Array): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  await writeFile(temporary, bytes, { flag: "wx" });
  try {
    // Unlike a rename, a link never takes another file's place.
    await link(temporary, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    await unlink(temporary);
  }
}
