import type { FileList, Pack } from "./file-list.ts";

/** One request: a pack that contains wanted files, or a single file. */
export interface PlannedRequest {
  path: string;
  /** Bytes to download. */
  size: number;
  wanted: WantedFile[];
  /** Whether it is a pack. */
  packed: boolean;
}
/** A file that is not on the device yet. */
export interface WantedFile {
  path: string;
  length: number;
  hash: string;
  /** Where the file begins in its pack, in bytes. */
  offset: number;
}

/** The requests that a download needs, and the bytes of the build on the device and in all. */
export interface DownloadPlan {
  requests: PlannedRequest[];
  present: number;
  total: number;
}

// A request takes about as long as this many bytes, and hosts compress text to about a third.
const requestCost = 2_000;
const compressionRatio = 0.35;

/**
 * Plans the download of all files of a list that are not on the device yet, by hash. If only a few
 * files of a pack are wanted, they are requested one by one; with `onlyPacks`, never, because a host
 * may alter single pages on their way, but not packs.
 */
export function planDownload(
  { packs }: FileList,
  stored: ReadonlySet<string>,
  { onlyPacks = false } = {},
): DownloadPlan {
  // Files with the same content are stored once.
  const seen = new Set<string>();
  const requests: PlannedRequest[] = [];
  let total = 0;
  let present = 0;
  for (const pack of packs) {
    const wanted: WantedFile[] = [];
    let offset = 0;
    for (const [path, length, hash] of pack.files) {
      if (!stored.has(hash) && !seen.has(hash)) wanted.push({ path, length, hash, offset });
      if (!seen.has(hash)) total += length;
      if (!seen.has(hash) && stored.has(hash)) present += length;
      seen.add(hash);
      offset += length;
    }
    requests.push(...requestsFor(pack, wanted, onlyPacks));
  }
  return { requests, present, total };
}

function requestsFor(pack: Pack, wanted: WantedFile[], onlyPacks: boolean): PlannedRequest[] {
  if (wanted.length === 0) return [];
  const bytes = wanted.reduce((sum, { length }) => sum + length, 0);
  const isMinority = wanted.length * 2 < pack.files.length;
  const costAlone = bytes * compressionRatio + wanted.length * requestCost;
  if (isMinority && !onlyPacks && costAlone < pack.size) {
    return wanted.map((file) => ({
      path: file.path,
      size: file.length,
      wanted: [file],
      packed: false,
    }));
  }
  return [{ path: pack.path, size: pack.size, wanted, packed: true }];
}
