import { type PartKind, partKinds, partPath } from "../engine/paths.ts";
import { putVarint, type VarintReader } from "./varint.ts";

/**
 * The files of one kind in their order: groups of consecutive files, each with the digest of its files, which is in
 * their paths, and with their number. So a file that has not changed keeps its name, and the root stays small.
 */
export type PartGroups = [digest: string, files: number][];
/** The files of each kind. */
export type PartLists = Record<PartKind, PartGroups>;

/** The path of each file of a kind. */
export function pathsOf(kind: PartKind, groups: PartGroups): string[] {
  return groups.flatMap(([digest, files]) =>
    Array.from({ length: files }, (_, number) => partPath(kind, digest, number)),
  );
}

/** How many hexadecimal digits a digest in a path has. */
export const digestDigits = 10;

/** Appends a digest of `digestDigits`. */
export function putDigest(bytes: number[], digest: string): void {
  for (let at = 0; at < digestDigits; at += 2) {
    bytes.push(Number.parseInt(digest.slice(at, at + 2), 16));
  }
}

/** Reads a digest. */
export function readDigest(reader: VarintReader): string {
  return [...reader.bytes(digestDigits / 2)]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}

/** Encodes the lists of files. */
export function putPartLists(bytes: number[], lists: PartLists): void {
  for (const kind of partKinds) {
    putVarint(bytes, lists[kind].length);
    for (const [, files] of lists[kind]) putVarint(bytes, files);
    for (const [digest] of lists[kind]) putDigest(bytes, digest);
  }
}

/** Decodes what `putPartLists` wrote. */
export function readPartLists(reader: VarintReader): PartLists {
  const list = (): PartGroups =>
    reader.numbers(reader.number()).map((files) => [readDigest(reader), files]);
  return {
    chunks: list(),
    facts: list(),
    texts: list(),
    dictionary: list(),
    words: list(),
    names: list(),
    english: list(),
    lexicon: list(),
    vectors: list(),
    authors: list(),
    counts: list(),
  };
}

/** No files. */
export function noParts(): PartLists {
  return {
    chunks: [],
    facts: [],
    texts: [],
    dictionary: [],
    words: [],
    names: [],
    english: [],
    lexicon: [],
    vectors: [],
    authors: [],
    counts: [],
  };
}
