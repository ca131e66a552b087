import fc from "fast-check";
import { expect, it } from "vitest";
import { partPath } from "../../src/search/engine/paths.ts";
import { wordIndex } from "../../src/search/engine/word-index.ts";
import { buildIndex } from "../../src/search/index/build-index.ts";
import { type ChunkList, chunkLists, putChunkList } from "../../src/search/index/chunk-list.ts";
import { divideAt, type KeyIndex } from "../../src/search/index/key-index.ts";
import { packKeys } from "../../src/search/index/packed-keys.ts";
import { noParts } from "../../src/search/index/part-list.ts";
import { separator } from "../../src/search/index/separator.ts";
import { toSteady } from "../../src/search/index/steady-positions.ts";
import { madeSources, topicName } from "../fixtures/made-search.ts";

const words = "a ab abc abcd abd b ba policy policies reinforcement reward 强化学习 λ".split(" ");
const sources = madeSources(
  Array.from({ length: 40 }, (_, at) => ({
    id: `paper-${at}`,
    title: `${words[at % words.length]} ${words[(at * 5 + 2) % words.length]}`,
    abstract: Array.from({ length: at % 9 }, (__, place) => `reward${(at * place) % 23}`).join(" "),
  })),
);
const { words: keyIndex, columns } = buildIndex(sources, topicName);
const { keys } = keyIndex;

/**
 * A word index with a few keys in each chunk, and a few chunks in each list; all chunks in one list for 0. The papers from
 * `settled` on have chunks of their own.
 */
function indexWith(keysPerChunk: number, chunksPerList: number, settled = sources.length) {
  const written = new Map<string, Uint8Array>();
  const digestOf = (at: number) => at.toString(16).padStart(10, "0");
  const chunksOf = (index: KeyIndex): ChunkList => {
    const chunks: ChunkList = [];
    for (let first = 0; first < index.keys.length; first += keysPerChunk) {
      const end = Math.min(index.keys.length, first + keysPerChunk);
      const digest = digestOf(written.size);
      written.set(partPath("keys", digest), packKeys(toSteady(index, columns), { first, end }));
      chunks.push([separator(index.keys[first - 1] ?? "", index.keys[first] ?? ""), digest]);
    }
    return chunks;
  };
  const [chunks, recentChunks] = divideAt(keyIndex, settled).map(chunksOf);
  if (!chunks || !recentChunks) throw new RangeError("An index is divided into two.");
  const lists: ChunkList[] = [];
  for (let at = 0; chunksPerList > 0 && at < chunks.length; at += chunksPerList) {
    const bytes: number[] = [];
    putChunkList(bytes, chunks.slice(at, at + chunksPerList));
    written.set(partPath("chunks", digestOf(lists.length)), Uint8Array.from(bytes));
    lists.push(chunks.slice(at, at + chunksPerList));
  }
  const archive = {
    columns,
    chunks: lists.length > 0 ? [] : chunks,
    chunkLists: lists.map(([first]) => first?.[0] ?? ""),
    recentChunks,
    parts: {
      ...noParts(),
      chunks: lists.map((_, at): [string, number] => [digestOf(at), 1]),
    },
  };
  return wordIndex(archive, {
    get: async (path) => written.get(path) ?? new Uint8Array(),
    text: async () => "",
  });
}

it("finds the same keys if its chunks are listed in files", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 3, max: 9 }),
      async (a, b) => {
        const [whole, listed] = [indexWith(a, 0), indexWith(a, b)];
        for (const key of [...keys, "", "0", "abcz", "reward2", "zzz", "龍"]) {
          expect(await listed.postings(key), key).toEqual(await whole.postings(key));
          expect(await listed.termFrequencies(key), key).toEqual(await whole.termFrequencies(key));
          const prefix = key.slice(0, 3);
          expect(await listed.withPrefix(prefix), prefix).toEqual(await whole.withPrefix(prefix));
        }
      },
    ),
    { numRuns: 30 },
  );
});

it("finds the same keys if recent papers have chunks of their own", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom(0, 3, 5),
      fc.nat({ max: sources.length }),
      async (perChunk, perList, settled) => {
        const [whole, divided] = [indexWith(999, 0), indexWith(perChunk, perList, settled)];
        for (const key of [...keys, "", "0", "abcz", "zzz"]) {
          expect(await divided.postings(key), key).toEqual(await whole.postings(key));
          expect(await divided.termFrequencies(key), key).toEqual(await whole.termFrequencies(key));
          // Of many keys with a prefix, a search reads the first chunks. What it knows of a key is never a part.
          const found = await divided.withPrefix(key.slice(0, 3));
          for (const [one, frequencies] of found) {
            expect(frequencies, one).toEqual(await whole.termFrequencies(one));
          }
        }
        const few = await indexWith(99, 0, settled).withPrefix("abc");
        expect(few).toEqual(await whole.withPrefix("abc"));
      },
    ),
    { numRuns: 30 },
  );
});

it("lists chunks in files only if there are many", () => {
  const many = Array.from({ length: 4000 }, (_, at): [string, string] => [`key${at + 1000}`, "00"]);
  expect(chunkLists(many.slice(0, 1000))).toEqual([]);
  const lists = chunkLists(many);
  expect(lists.flat()).toEqual(many);
  expect(lists.length).toBeGreaterThan(20);
  expect(Math.max(...lists.map(({ length }) => length))).toBeLessThan(200);
});
