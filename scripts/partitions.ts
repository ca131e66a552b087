import { join } from "node:path";
import { makeCompared } from "../src/workspace/beside/make-beside.ts";
import { makeFolder } from "../src/workspace/make-folder.ts";
import {
  type BuiltPartition,
  pagesOfPartition,
  partitionFolder,
  readPartition,
  readPartitionRecord,
} from "../src/workspace/partitions/built-partition.ts";
import {
  type PartitionKeys,
  readPartitionKeys,
  writePartitionKeys,
} from "../src/workspace/partitions/partition-keys.ts";
import type { Partitions } from "../src/workspace/partitions/partitions.ts";
import { readPartitions } from "../src/workspace/partitions/read-partitions.ts";
import { workspaceAt } from "../src/workspace/paths.ts";
import type { PagesRecord } from "../src/workspace/unchanged/last-pages.ts";
import { writeFileAtomic } from "../src/workspace/write-file.ts";
import { counted } from "./command.ts";
import { type PageOptions, type SiteOfPartitions, siteOfPartitions } from "./site-of-partitions.ts";
import { partitionOfTask, writeTaskGraph } from "./task-graph.ts";

/**
 * Makes what all partitions need: related papers and the map. Writes the names of the partitions into a file, which a
 * workflow can read, with a key of each, which stays as long as its files do, and a graph of their tasks for Turborepo.
 */
export async function preparePartitions(root: string, where: PageOptions): Promise<void> {
  await makeCompared(root);
  const partitions = await readPartitions(workspaceAt(root));
  const { names } = partitions;
  const file = ".cache/partitions/names.json";
  await makeFolder(join(root, ".cache/partitions"));
  await writeFileAtomic(join(root, file), `${JSON.stringify(names)}\n`);
  const options = Object.entries(where).flatMap(([name, value]) => [`--${name}`, value]);
  const site = siteOfPartitions(root, where);
  const same = await sameKeys(root, where, site, partitions);
  const keys = Object.fromEntries(names.map((name) => [name, same[name] ?? site.key]));
  await writePartitionKeys({ root }, site.key, keys);
  writeTaskGraph(root, taskFolder(root), { names, keys, key: site.key, options });
  console.log(`${counted(names.length, "partition")}, also in ${file}: ${names.join(", ")}`);
  const unchanged = Object.keys(same).sort();
  if (unchanged.length > 0) console.log(`Unchanged since they were built: ${unchanged.join(", ")}`);
}

function taskFolder(root: string): string {
  return join(root, ".cache/partitions/turbo");
}

/** The keys of the partitions that were built before and whose pages would all be the same now. */
async function sameKeys(
  root: string,
  where: PageOptions,
  { key, frame }: SiteOfPartitions,
  partitions: Partitions,
): Promise<PartitionKeys> {
  if (frame === undefined) return {};
  const keys: PartitionKeys = {};
  const lastPages = new Map<string, PagesRecord>();
  for (const name of partitions.names) {
    for (const folder of [
      partitionFolder({ root }, name),
      partitionOfTask(taskFolder(root), name),
    ]) {
      // None of that name, a damaged one, or one whose entries changed while it was made.
      const last = await readPartitionRecord(folder).catch(() => undefined);
      const pages = last?.name === name ? await pagesOfPartition(last, frame) : undefined;
      if (!last || !pages || last.key === "" || Object.hasOwn(keys, name)) continue;
      keys[name] = last.key;
      if (last.key !== key) lastPages.set(name, pages);
    }
  }
  const { unchangedPartitions } = await import("./partition-pages.ts");
  const same = await unchangedPartitions(root, where, lastPages, partitions);
  const isSame = (name: string) => same.has(name) || keys[name] === key;
  return Object.fromEntries(Object.entries(keys).filter(([name]) => isSame(name)));
}

/**
 * Reads built partitions: those in the named folders, or else all of this workspace. Throws an Error if one is
 * damaged, or was made from other entries or settings than there are now.
 */
export async function partitionsToJoin(
  root: string,
  folders: readonly string[],
  options: PageOptions,
): Promise<BuiltPartition[]> {
  const { names } = await readPartitions(workspaceAt(root));
  const keyOf = await readPartitionKeys({ root }, siteOfPartitions(root, options).key);
  const all = names.map((name) => partitionFolder({ root }, name));
  const partitions: BuiltPartition[] = [];
  for (const folder of folders.length > 0 ? folders : all) {
    const partition = await readPartition(folder);
    if (partition.key !== keyOf(partition.name)) {
      throw new Error(
        `${folder} was made from other entries, notes or settings, with other options, or by another version of Offprint or Node than there are now. Build it again: npm run build -- --partition ${partition.name}`,
      );
    }
    partitions.push(partition);
  }
  return partitions;
}
