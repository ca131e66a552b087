import type { Workspace } from "../paths.ts";
import { readArchive } from "../read-archive.ts";
import { type Partitions, partitionsOf } from "./partitions.ts";

/** How the archive whose entries are on disk is divided. */
export async function readPartitions(workspace: Workspace): Promise<Partitions> {
  const { value: papers } = await readArchive(workspace);
  return partitionsOf(
    papers.map(({ entry: { id, published, publishedIn } }) => ({
      id,
      date: published ?? publishedIn,
    })),
  );
}
