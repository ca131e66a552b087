import type { FileList, Pack } from "./file-list.ts";

/** One thing to fetch: a pack, of which some files are wanted, or a file by itself. */
export interface Fetch {
  path: string;
  size: number;
  wanted: Wanted[];
  packed: boolean;
}
export interface Wanted {
  path: string;
  length: number;
  hash: string;
  /** Where it begins in its pack. */
  offset: number;
}

/** What must come over the network, and how many bytes of the build are on the device already. */
export interface FetchPlan {
  fetches: Fetch[];
  present: number;
  total: number;
}

// A request costs about as much as this many bytes, and hosts send text at about a third.
const requestCost = 2_000;
const compression = 0.35;

/**
 * Plans what to fetch so that every file of a list is on the device. A file that is there by its hash
 * is not fetched again, wherever it came from; where few files of a pack are wanted, they are fetched
 * one by one, unless only packs will do (a host may alter pages on their way, but not packs).
 */
export function planFetching(
  { packs }: FileList,
  present: ReadonlySet<string>,
  { onlyPacks = false } = {},
): FetchPlan {
  // Files of the same content are kept once.
  const seen = new Set<string>();
  const fetches: Fetch[] = [];
  let total = 0;
  let there = 0;
  for (const pack of packs) {
    const wanted: Wanted[] = [];
    let offset = 0;
    for (const [path, length, hash] of pack.files) {
      if (!present.has(hash) && !seen.has(hash)) wanted.push({ path, length, hash, offset });
      if (!seen.has(hash)) total += length;
      if (!seen.has(hash) && present.has(hash)) there += length;
      seen.add(hash);
      offset += length;
    }
    fetches.push(...fetchesOf(pack, wanted, onlyPacks));
  }
  return { fetches, present: there, total };
}

function fetchesOf(pack: Pack, wanted: Wanted[], onlyPacks: boolean): Fetch[] {
  if (wanted.length === 0) return [];
  const bytes = wanted.reduce((sum, { length }) => sum + length, 0);
  const few = wanted.length * 2 < pack.files.length;
  if (few && !onlyPacks && bytes * compression + wanted.length * requestCost < pack.size) {
    return wanted.map((file) => ({
      path: file.path,
      size: file.length,
      wanted: [file],
      packed: false,
    }));
  }
  return [{ path: pack.path, size: pack.size, wanted, packed: true }];
}
