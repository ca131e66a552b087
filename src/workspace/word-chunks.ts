import { gunzipSync } from "node:zlib";
import type { KeyIndex } from "../search/index/key-index.ts";
import { comparePagefindOrder } from "../search/pagefind/chunk-files.ts";
import { readIndexChunk } from "../search/pagefind/index-chunk.ts";
import { positionGap, toRecord } from "../search/pagefind/record.ts";
import { type WordChunk, writeChunks } from "../search/pagefind/write-chunks.ts";
import { type ChunkFile, runPagefind } from "./run-pagefind.ts";

/** The index of an archive of more papers is packed by our own code: Pagefind takes long, and at last gigabytes. */
export const mostForPagefind = 2000;

/**
 * The chunks of the word index in the order of their keys: those that Pagefind makes, or the same bytes by
 * our own code if this build updates an earlier one, if Pagefind fails, as on a machine that it has no
 * program for, or if it splits a key, as it does with words in Katakana.
 */
export async function wordChunks(
  words: KeyIndex,
  { papers, isUpdate }: { papers: number; isUpdate: boolean },
): Promise<Iterable<WordChunk>> {
  if (isUpdate) return writeChunks(words);
  try {
    const made = await runPagefind(
      keysOfPapers(words, papers).map((keys, at) => toRecord({ id: String(at), keys })),
    );
    return inOrder(made, words);
  } catch {
    return writeChunks(words);
  }
}

/** The keys of each paper by their positions. */
function keysOfPapers({ keys, starts, papers, positions }: KeyIndex, count: number): string[][] {
  const all = Array.from({ length: count }, (): string[] => []);
  for (const [at, key] of keys.entries()) {
    for (let place = starts[at] ?? 0; place < (starts[at + 1] ?? 0); place += 1) {
      const own = all[papers[place] ?? 0];
      if (own) own[positions[place] ?? 0] = key;
    }
  }
  return all.map((own) => Array.from(own, (key) => key ?? positionGap));
}

/** Chunks in the order of their keys. Throws if they do not have every key. */
function inOrder(made: readonly ChunkFile[], { keys }: KeyIndex): WordChunk[] {
  const chunks = made
    .map(({ chunk, bytes }) => {
      const plain = gunzipSync(bytes);
      return { chunk, bytes: plain, keys: [...readIndexChunk(plain).keys()] };
    })
    .sort((a, b) => comparePagefindOrder(a.keys[0] ?? "", b.keys[0] ?? ""));
  let first = 0;
  const ordered = chunks.map(({ chunk, bytes, keys: own }) => {
    const end = first + own.length;
    const isSame = own.every((key, at) => key === keys[first + at]);
    if (!isSame) throw new Error(`Pagefind's chunk ${chunk} has other keys than the papers.`);
    const found = { chunk, bytes, first, end };
    first = end;
    return found;
  });
  if (first !== keys.length) throw new Error("Pagefind's chunks do not have all keys.");
  return ordered;
}
