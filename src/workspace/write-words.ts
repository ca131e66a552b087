import { termFrequenciesOf, writeTermFrequencies } from "../search/engine/term-frequencies.ts";
import type { SearchIndex } from "../search/index/build-index.ts";
import type { ArchiveFile } from "../search/index/columns.ts";
import { postingsAt } from "../search/index/key-index.ts";
import { separator } from "../search/index/separator.ts";
import { chunkPath } from "../search/pagefind/chunk-files.ts";
import type { WordChunk } from "../search/pagefind/write-chunks.ts";
import { type IndexFiles, part } from "./index-cache/index-files.ts";

/** A chunk with more bytes than this gets a file of term frequencies, a tenth as large. */
const largeChunk = 8000;

/**
 * Writes the word index, and the term frequencies of its large chunks. Returns the chunks in order, each
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
    const terms = keys
      .slice(first, end)
      .map((key, at) => [key, termFrequenciesOf(postingsAt(words, first + at), columns)] as const);
    const written = part(writeTermFrequencies(new Map(terms)));
    list.push([start, chunk, files.addGroup("frequencies", [written])[0]]);
  }
  return list;
}
