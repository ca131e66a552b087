import { join } from "node:path";
import { makeCompared } from "../src/workspace/beside/make-beside.ts";
import { makeFolder } from "../src/workspace/make-folder.ts";
import {
  type BuiltPartition,
  partitionFolder,
  readPartition,
} from "../src/workspace/partitions/built-partition.ts";
import { readPartitions } from "../src/workspace/partitions/read-partitions.ts";
import { workspaceAt } from "../src/workspace/paths.ts";
import { digestInputs } from "../src/workspace/unchanged/inputs.ts";
import { siteKey } from "../src/workspace/unchanged/last-site.ts";
import { writeFileAtomic } from "../src/workspace/write-file.ts";
import { counted } from "./command.ts";
import { writeTaskGraph } from "./task-graph.ts";

const engine = join(import.meta.dirname, "..");

/** The options of a build that its pages depend on. */
export interface PageOptions {
  base?: string;
  address?: string;
}

/** What the pages of every partition of one site are made from. */
export function partitionKey(root: string, { base, address }: PageOptions): string {
  return siteKey(digestInputs(workspaceAt(root, engine), engine).all, { base, address });
}

/**
 * Makes what all partitions need: related papers and the map. Writes the names of the partitions into a file, which a
 * workflow can read, and a graph of their tasks for Turborepo.
 */
export async function preparePartitions(root: string, where: PageOptions): Promise<void> {
  await makeCompared(root);
  const { names } = await readPartitions(workspaceAt(root));
  const file = ".cache/partitions/names.json";
  await makeFolder(join(root, ".cache/partitions"));
  await writeFileAtomic(join(root, file), `${JSON.stringify(names)}\n`);
  const options = Object.entries(where).flatMap(([name, value]) => [`--${name}`, value]);
  const key = partitionKey(root, where);
  writeTaskGraph(root, join(root, ".cache/partitions/turbo"), { names, key, options });
  console.log(`${counted(names.length, "partition")}, also in ${file}: ${names.join(", ")}`);
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
  const key = partitionKey(root, options);
  const all = names.map((name) => partitionFolder({ root }, name));
  const partitions: BuiltPartition[] = [];
  for (const folder of folders.length > 0 ? folders : all) {
    const partition = await readPartition(folder);
    if (partition.key !== key) {
      throw new Error(
        `${folder} was made from other entries, notes or settings, with other options, or by another version of Offprint or Node than there are now. Build it again: npm run build -- --partition ${partition.name}`,
      );
    }
    partitions.push(partition);
  }
  return partitions;
}
