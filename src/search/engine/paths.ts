import { isChunkPath } from "../pagefind/chunk-files.ts";

// Files of the search, by their paths under the site's root. Each is compressed with gzip.

/** Where everything but Pagefind's chunks is. */
export const searchFolder = "search/parts";

/** The file that is read first; it names the others, and those of an earlier build do not. */
export const searchRoot = `${searchFolder}/archive.bin`;

/** The kinds of files that the first one names, by the folders in which they are. */
export const partKinds = [
  "chunks",
  "facts",
  "texts",
  "dictionary",
  "words",
  "names",
  "english",
  "lexicon",
  "vectors",
  "authors",
  "counts",
] as const;
/** One of `partKinds`. */
export type PartKind = (typeof partKinds)[number];
/** The kinds of files that the list of chunks of the word index names. */
export type WordKind = "keys" | "frequencies";

/**
 * A file of a kind: its group has a digest of its files, so that the path of what has changed is new, and its number is
 * that in the group.
 */
export function partPath(kind: PartKind | WordKind, digest: string, number = 0): string {
  return `${searchFolder}/${kind}/${digest}/${number}.bin`;
}

/** Whether a path under the site's root is that of a file of the search. */
export function isSearchPath(path: string): boolean {
  return path.startsWith(`${searchFolder}/`) || isChunkPath(path);
}
