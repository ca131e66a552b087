import { createHash, type Hash } from "node:crypto";
import {
  type FieldEnds,
  termFrequenciesOf,
  writeTermFrequencies,
} from "../search/engine/term-frequencies.ts";
import type { SearchIndex } from "../search/index/build-index.ts";
import type { ChunkList } from "../search/index/chunk-list.ts";
import type { ArchiveFile } from "../search/index/columns.ts";
import { divideAt, type KeyIndex, postingsAt } from "../search/index/key-index.ts";
import { type KeyPart, keyParts } from "../search/index/key-parts.ts";
import { packKeys } from "../search/index/packed-keys.ts";
import { separator } from "../search/index/separator.ts";
import { type SteadyIndex, toSteady } from "../search/index/steady-positions.ts";
import { chunkPath } from "../search/pagefind/chunk-files.ts";
import type { WordChunk } from "../search/pagefind/write-chunks.ts";
import { type IndexFiles, part } from "./index-cache/index-files.ts";

/** Consecutive keys: the index of the first one, and that after the last one. */
type KeyRange = Pick<KeyPart, "first" | "end">;

/** A chunk of Pagefind with more bytes than this gets a file of term frequencies, a tenth as large. */
const largeChunk = 8000;

/**
 * Writes the chunks of Pagefind's word index, and the term frequencies of the large ones. Returns the chunks in order, each
 * with the shortest text that separates its keys from those before.
 */
export function writeWords(
  { words, columns }: SearchIndex,
  chunks: Iterable<WordChunk>,
  files: IndexFiles,
): ArchiveFile["chunks"] {
  const { keys } = words;
  const list: ArchiveFile["chunks"] = [];
  for (const { chunk, bytes, first, end } of chunks) {
    const start = separator(keys[first - 1] ?? "", keys[first] ?? "");
    const isLarge = files.add(chunkPath(chunk), bytes) > largeChunk;
    if (!isLarge) {
      list.push([start, chunk]);
      continue;
    }
    list.push([start, chunk, writeFrequencies({ words, columns }, { first, end }, files)]);
  }
  return list;
}

/**
 * Writes the word index of a large archive: postings of consecutive keys, and the term frequencies of frequent ones. Recent
 * papers have files of their own, so that new ones change no others.
 */
export function writePackedWords(
  { words, columns, settled }: SearchIndex,
  files: IndexFiles,
): Pick<ArchiveFile, "chunks" | "recentChunks"> {
  const total = columns.day.length;
  const [own, recent] = divideAt(words, settled);
  return {
    chunks: writeKeys(toSteady(own, columns), keyParts(own, total), files),
    recentChunks: writeKeys(
      toSteady(recent, columns),
      keyParts(recent, total, { isRecent: true }),
      files,
    ),
  };
}

function writeKeys(index: SteadyIndex, parts: readonly KeyPart[], files: IndexFiles): ChunkList {
  const { words, ends } = index;
  const fields = createHash("sha256").update(JSON.stringify(ends)).digest();
  return parts.map((range) => {
    const { first, isFrequent } = range;
    const start = separator(words.keys[first - 1] ?? "", words.keys[first] ?? "");
    // To pack keys takes longer than to see that they are the same as in the last index.
    const key = keyOf(words, range);
    const make = () => packKeys(index, range);
    const [digest] = files.addGroup("keys", [{ key: `keys ${key.digest("base64url")}`, make }]);
    if (!isFrequent) return [start, digest];
    const counts = keyOf(words, range).update(fields).digest("base64url");
    const frequencies = {
      key: `frequencies ${counts}`,
      make: () => frequenciesIn({ words, columns: ends }, range),
    };
    return [start, digest, files.addGroup("frequencies", [frequencies])[0]];
  });
}

/** The digest of all that an index has of some keys. */
function keyOf({ keys, starts, papers, positions }: KeyIndex, { first, end }: KeyRange): Hash {
  const [from, to] = [starts[first] ?? 0, starts[end] ?? 0];
  const hash = createHash("sha256");
  hash.update(JSON.stringify(keys.slice(first, end)));
  for (const numbers of [
    starts.subarray(first, end + 1).map((start) => start - from),
    papers.subarray(from, to),
    positions.subarray(from, to),
  ]) {
    hash.update(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
  }
  return hash;
}

/** Writes how often papers have some keys. Returns the digest in the path of the file. */
function writeFrequencies(
  index: Pick<SearchIndex, "words" | "columns">,
  range: KeyRange,
  files: IndexFiles,
): string {
  return files.addGroup("frequencies", [part(frequenciesIn(index, range))])[0];
}

/** How often papers have some keys, encoded. */
function frequenciesIn(
  { words, columns }: { words: KeyIndex; columns: FieldEnds },
  { first, end }: KeyRange,
): Uint8Array {
  const terms = words.keys
    .slice(first, end)
    .map((key, at) => [key, termFrequenciesOf(postingsAt(words, first + at), columns)] as const);
  return writeTermFrequencies(new Map(terms));
}
