import { createHash } from "node:crypto";
import { listedPath } from "../../client/offline/file-list.ts";
import { type DatedId, partitionsOf } from "../../workspace/partitions/partitions.ts";

/** In bytes. A pack has at least the first, and ends on average when it has as much again. */
const leastSize = 512 * 1024;
const mostSize = 2 * 1024 * 1024;

/** A partition with fewer papers has no packs of its own, which would be small and many. */
export const fewestInPacks = 100;

/** A file that will be in a pack. */
export interface SizedFile {
  path: string;
  size: number;
}

/**
 * Makes a function that names the partition of whose packs a file is part; undefined if the file is in those of no partition.
 * A partition has packs of its own, so that new papers change no packs of earlier years, and so that they can be made apart.
 */
export function partitionsOfPacks(
  papers: readonly DatedId[],
): (path: string) => string | undefined {
  const { of, sizes } = partitionsOf(papers);
  return (path) => {
    const name = of(path);
    return name !== undefined && (sizes.get(name) ?? 0) >= fewestInPacks ? name : undefined;
  };
}

/** Divides files by their partitions: first those that are in none, and then the newest. */
export function byPartition(
  paths: readonly string[],
  partitionOf: (path: string) => string | undefined,
): string[][] {
  const groups = Map.groupBy(paths, (path) => partitionOf(path) ?? "");
  const { "": spanning = [], ...partitions } = Object.fromEntries(groups);
  const names = Object.keys(partitions).sort().reverse();
  return [spanning, ...names.map((name) => partitions[name] ?? [])];
}

/**
 * Cuts a list of files into packs. Where a pack ends is decided by the names and sizes of the files at its end, so that an
 * edited file changes its own pack and at most a few after it, and the others are the same as before.
 */
export function* packsFrom<F extends SizedFile>(files: Iterable<F>): Generator<F[]> {
  let pack: F[] = [];
  let size = 0;
  for (const file of files) {
    pack.push(file);
    size += file.size;
    const isEnd = size >= leastSize && shareOf(listedPath(file.path)) < file.size / leastSize;
    if (!isEnd && size < mostSize) continue;
    yield pack;
    pack = [];
    size = 0;
  }
  if (pack.length > 0) yield pack;
}

/** A number from 0 up to 1 by a name, evenly spread. */
function shareOf(name: string): number {
  return createHash("sha256").update(name).digest().readUInt32BE() / 2 ** 32;
}
