import {
  joinVectors,
  type PackedDirection,
  type PackedVector,
  putDirections,
  readDirections,
  splitVectors,
  vectorBytes,
} from "./packed-vectors.ts";
import { putDigest, readDigest } from "./part-list.ts";
import { putVarint, VarintReader } from "./varint.ts";

/** The centres of groups of papers, and the digests in the paths of the files of their settled papers. */
export interface VectorGroups {
  centres: PackedVector[];
  digests: string[];
}

/** Encodes the groups: a search loads only the files of the nearest ones. */
export function writeGroups({ centres, digests }: VectorGroups): Uint8Array {
  const bytes: number[] = [];
  putVarint(bytes, centres.length);
  for (const byte of joinVectors(centres)) bytes.push(byte);
  for (const digest of digests) putDigest(bytes, digest);
  return new Uint8Array(bytes);
}

/** Decodes what `writeGroups` wrote. */
export function readGroups(file: Uint8Array): VectorGroups {
  const reader = new VarintReader(file);
  const count = reader.number();
  return {
    centres: splitVectors(reader.bytes(count * vectorBytes)),
    digests: Array.from({ length: count }, () => readDigest(reader)),
  };
}

/** Encodes the directions of recent papers, by their groups. There are few, so they share a file. */
export function writeRecent(groups: readonly ReadonlyMap<number, PackedDirection>[]): Uint8Array {
  const bytes: number[] = [];
  for (const directions of groups) putDirections(bytes, directions);
  return new Uint8Array(bytes);
}

/** Decodes what `writeRecent` wrote of so many groups. */
export function readRecent(file: Uint8Array, groups: number): Map<number, PackedDirection>[] {
  const reader = new VarintReader(file);
  return Array.from({ length: groups }, () => readDirections(reader));
}
