import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { makeFolder } from "../make-folder.ts";
import type { Workspace } from "../paths.ts";
import { writeFileAtomic } from "../write-file.ts";

const shape = z.object({
  /** The key of the site, which stands for all that it is made from. */
  of: z.string(),
  keys: z.record(z.string(), z.string()),
});

/** Keys of partitions by their names: partitions with the same key have the same files. */
export type PartitionKeys = z.infer<typeof shape>["keys"];

/**
 * The key of a partition of the site that has a key: what it was made from when it last changed, as `writePartitionKeys` has
 * it for this site, or else the key of the site itself.
 */
export async function readPartitionKeys(
  { root }: Pick<Workspace, "root">,
  site: string,
): Promise<(name: string) => string> {
  const keys = await readKeys(root, site);
  return (name) => (Object.hasOwn(keys, name) ? keys[name] : undefined) ?? site;
}

async function readKeys(root: string, site: string): Promise<PartitionKeys> {
  try {
    const { of, keys } = shape.parse(JSON.parse(await readFile(fileIn(root), "utf8")));
    return of === site ? keys : {};
  } catch {
    return {};
  }
}

/** Writes the keys of all partitions of a site. */
export async function writePartitionKeys(
  { root }: Pick<Workspace, "root">,
  site: string,
  keys: PartitionKeys,
): Promise<void> {
  await makeFolder(join(root, ".cache/partitions"));
  await writeFileAtomic(fileIn(root), `${JSON.stringify({ of: site, keys })}\n`);
}

function fileIn(root: string): string {
  return join(root, ".cache/partitions/keys.json");
}
