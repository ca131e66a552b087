import { type ChunkList, readChunkList } from "../index/chunk-list.ts";
import type { ArchiveFile } from "../index/columns.ts";
import { isPairKey } from "../index/frequent-pairs.ts";
import { nameOfKey } from "../index/name-keys.ts";
import { readPackedKeys } from "../index/packed-keys.ts";
import { pathsOf } from "../index/part-list.ts";
import { VarintReader } from "../index/varint.ts";
import { chunkPath, comparePagefindOrder, isPagefindChunk } from "../pagefind/chunk-files.ts";
import { type Postings, readIndexChunk } from "../pagefind/index-chunk.ts";
import type { PartFiles } from "./part-files.ts";
import { partPath } from "./paths.ts";
import {
  joinFrequencies,
  readTermFrequencies,
  type TermFrequencies,
  termFrequenciesOf,
} from "./term-frequencies.ts";

/** The inverted index. Only the files with the keys that are asked for are loaded. */
export interface WordIndex {
  /** The positions of a key, for phrases and names. */
  postings: (key: string) => Promise<Postings | undefined>;
  /** How often papers have a key; with positions only where they are small. */
  termFrequencies: (key: string) => Promise<TermFrequencies | undefined>;
  /**
   * The most frequent keys with a prefix, and the longest key that is itself a prefix of it: the
   * stem of a word that is almost complete.
   */
  withPrefix: (prefix: string) => Promise<Map<string, TermFrequencies>>;
}

const maxChunksPerPrefix = 3;
const maxKeysPerPrefix = 24;

/** Opens the word index and the term frequencies that are stored beside its large chunks. */
export function wordIndex(archive: WordFiles, files: PartFiles): WordIndex {
  const { columns, recentChunks } = archive;
  const { listFor, listAfter } = listsOf(archive, files);
  /** The chunk of a key, and that of the same key in recent papers. */
  const chunksFor = async (key: string) => {
    const chunks = await listFor(key);
    const both = [chunks[chunkOf(key, chunks)], recentChunks[chunkOf(key, recentChunks)]];
    return both.flatMap((chunk) => (chunk ? [chunk] : []));
  };
  const postingsIn = cached((chunk) =>
    isPagefindChunk(chunk)
      ? files.get(chunkPath(chunk)).then(readIndexChunk)
      : files.get(partPath("keys", chunk)).then((file) => readPackedKeys(file, columns)),
  );
  const countedIn = cached(async (chunk) => {
    const terms = new Map<string, TermFrequencies>();
    for (const [key, postings] of await postingsIn(chunk)) {
      terms.set(key, termFrequenciesOf(postings, columns));
    }
    return terms;
  });
  const storedFor = cached((digest) =>
    files.get(partPath("frequencies", digest)).then(readTermFrequencies),
  );
  const frequenciesIn = ([, chunk, stored]: Chunk) =>
    stored === undefined ? countedIn(chunk) : storedFor(stored);
  const termFrequencies = async (key: string) => {
    const chunks = (await chunksFor(key)).map(frequenciesIn);
    return joinFrequencies((await Promise.all(chunks)).map((chunk) => chunk.get(key)));
  };
  return {
    postings: async (key) => {
      const chunks = (await chunksFor(key)).map(async ([, chunk]) => postingsIn(chunk));
      return joinPostings((await Promise.all(chunks)).map((chunk) => chunk.get(key)));
    },
    termFrequencies,
    withPrefix: async (prefix) => {
      const chunks = await listFor(prefix);
      const start = Math.max(0, chunkOf(prefix, chunks));
      const isLast = start + maxChunksPerPrefix >= chunks.length;
      const following = [...chunks, ...(isLast ? await listAfter(prefix) : [])].slice(start);
      const candidates = following
        .slice(0, maxChunksPerPrefix)
        .filter(([first], at) => at === 0 || first.startsWith(prefix) || prefix.startsWith(first));
      const [end] = following[candidates.length] ?? [];
      const recent = chunksWithin(prefix, end, recentChunks);
      const found = new Map<string, TermFrequencies>();
      for (const terms of await Promise.all([...candidates, ...recent].map(frequenciesIn))) {
        for (const [key, frequencies] of terms) {
          const word = nameOfKey(key) ?? key;
          if (!word.startsWith(prefix) && !prefix.startsWith(key)) continue;
          // The chunks that are left out may have more of it.
          if (end !== undefined && comparePagefindOrder(key, end) >= 0) continue;
          const all = joinFrequencies([found.get(key), frequencies]);
          if (all) found.set(key, all);
        }
      }
      const best = bestForPrefix(prefix, found);
      // A stem is before the prefix, so recent papers may have it in another chunk than the settled ones.
      for (const key of best.keys()) {
        const whole = prefix.startsWith(key) ? await termFrequencies(key) : undefined;
        if (whole) best.set(key, whole);
      }
      return best;
    },
  };
}

type WordFiles = Pick<ArchiveFile, "chunks" | "chunkLists" | "recentChunks" | "parts" | "columns">;
type Chunk = ChunkList[number];

/** The lists of chunks: that which may have the chunk of a key, and the next one if it may have keys with a prefix. */
function listsOf({ chunks, chunkLists, parts }: WordFiles, files: PartFiles) {
  const starts = chunkLists.map((start): [string] => [start]);
  const paths = pathsOf("chunks", parts.chunks);
  const read = cached(async (path) => readChunkList(new VarintReader(await files.get(path))));
  const listAt = async (at: number) => {
    const path = paths[at];
    return path === undefined ? [] : read(path);
  };
  const placeOf = (key: string) => Math.max(0, chunkOf(key, starts));
  return {
    listFor: async (key: string) => (starts.length === 0 ? chunks : listAt(placeOf(key))),
    listAfter: async (prefix: string) => {
      const next = placeOf(prefix) + 1;
      return starts[next]?.[0].startsWith(prefix) ? listAt(next) : [];
    },
  };
}

/** The chunks that may have keys from the first chunk of a prefix to before a text, or to the last one. */
function chunksWithin(prefix: string, end: string | undefined, chunks: ChunkList): ChunkList {
  const start = Math.max(0, chunkOf(prefix, chunks));
  return chunks
    .slice(start)
    .filter(
      ([first], at) =>
        at === 0 ||
        ((first.startsWith(prefix) || prefix.startsWith(first)) &&
          (end === undefined || comparePagefindOrder(first, end) < 0)),
    );
}

/** The index of the last chunk, or list, whose first key is not after a key; -1 where there is none. */
function chunkOf(key: string, chunks: readonly (readonly [start: string, ...unknown[]])[]): number {
  let [low, high] = [0, chunks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comparePagefindOrder(chunks[middle]?.[0] ?? "", key) <= 0) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Postings of some papers, and those of later ones. */
function joinPostings(all: readonly (Postings | undefined)[]): Postings | undefined {
  const [one, other] = all.filter((postings) => postings !== undefined);
  return one && other
    ? {
        papers: [...one.papers, ...other.papers],
        positions: [...one.positions, ...other.positions],
      }
    : one;
}

function bestForPrefix(
  prefix: string,
  found: ReadonlyMap<string, TermFrequencies>,
): Map<string, TermFrequencies> {
  // Keys of pairs also have the prefix and would leave no room for other words.
  const terms = [...found].filter(([key]) => !isPairKey(key));
  const startsWith = (key: string) => (nameOfKey(key) ?? key).startsWith(prefix);
  const frequent = terms
    .filter(([key, { papers }]) => startsWith(key) && papers.length > 0)
    .sort(([a, m], [b, n]) => n.papers.length - m.papers.length || (a < b ? -1 : 1))
    .slice(0, maxKeysPerPrefix);
  // "reinforceme" may become "reinforcement", whose key is "reinforc".
  const [stem] = terms
    .filter(([key]) => !startsWith(key) && key.length >= Math.max(4, prefix.length - 6))
    .sort(([a], [b]) => b.length - a.length);
  return new Map(stem ? [...frequent, stem] : frequent);
}

/** Reads each file once, and again after a failure. */
function cached<T>(read: (file: string) => Promise<T>): (file: string) => Promise<T> {
  const promises = new Map<string, Promise<T>>();
  return (file) => {
    const known = promises.get(file);
    if (known) return known;
    const promise = read(file);
    promise.catch(() => promises.delete(file));
    promises.set(file, promise);
    return promise;
  };
}
