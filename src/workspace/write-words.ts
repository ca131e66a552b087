import { termFrequenciesOf, writeTermFrequencies } from "../search/engine/term-frequencies.ts";
import type { SearchIndex } from "../search/index/build-index.ts";
import type { ChunkList } from "../search/index/chunk-list.ts";
import type { ArchiveFile } from "../search/index/columns.ts";
import { divideAt, postingsAt } from "../search/index/key-index.ts";
import { type KeyPart, keyParts } from "../search/index/key-parts.ts";
import { packKeys } from "../search/index/packed-keys.ts";
import { separator } from "../search/index/separator.ts";
import { chunkPath } from "../search/pagefind/chunk-files.ts";
import type { WordChunk } from "../search/pagefind/write-chunks.ts";
import { type IndexFiles, part } from "./index-cache/index-files.ts";

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
    chunks: writeKeys({ words: own, columns }, keyParts(own, total), files),
    recentChunks: writeKeys(
      { words: recent, columns },
      keyParts(recent, total, { isRecent: true }),
      files,
    ),
  };
}

function writeKeys(
  index: Pick<SearchIndex, "words" | "columns">,
  parts: readonly KeyPart[],
  files: IndexFiles,
): ChunkList {
  const { words, columns } = index;
  return parts.map(({ first, end, isFrequent }) => {
    const start = separator(words.keys[first - 1] ?? "", words.keys[first] ?? "");
    const [digest] = files.addGroup("keys", [part(packKeys(words, { first, end }, columns))]);
    return isFrequent
      ? [start, digest, writeFrequencies(index, { first, end }, files)]
      : [start, digest];
  });
}

/** Writes how often papers have some keys. Returns the digest in the path of the file. */
function writeFrequencies(
  { words, columns }: Pick<SearchIndex, "words" | "columns">,
  { first, end }: { first: number; end: number },
  files: IndexFiles,
): string {
  const terms = words.keys
    .slice(first, end)
    .map((key, at) => [key, termFrequenciesOf(postingsAt(words, first + at), columns)] as const);
  return files.addGroup("frequencies", [part(writeTermFrequencies(new Map(terms)))])[0];
}
