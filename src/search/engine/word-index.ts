import type { ArchiveFile } from "../index/columns.ts";
import { type Postings, readIndexChunk } from "./index-chunk.ts";
import type { PartFiles } from "./part-files.ts";

/** Where words stand. Only the chunks that hold the words asked for are loaded. */
export interface WordIndex {
  find: (key: string) => Promise<Postings | undefined>;
  /** Keys that begin so, and the longest one that the beginning itself begins with; a few at most. */
  beginningWith: (start: string) => Promise<Map<string, Postings>>;
}

const mostChunks = 3;
const mostKeys = 24;

/** Pagefind's word index, read chunk by chunk. */
export function wordIndex({ chunks }: Pick<ArchiveFile, "chunks">, files: PartFiles): WordIndex {
  const read = new Map<string, Promise<Map<string, Postings>>>();
  const chunk = (file: string) => {
    const known = read.get(file);
    if (known) return known;
    const made = files.get(`pagefind/index/${file}.pf_index`).then(readIndexChunk);
    made.catch(() => read.delete(file));
    read.set(file, made);
    return made;
  };
  /** The last chunk that begins at or before a key. */
  const placeOf = (key: string) => {
    let [low, high] = [0, chunks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (inOrder(chunks[middle]?.[0] ?? "", key)) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
  return {
    find: async (key) => {
      const [, file] = chunks[placeOf(key)] ?? [];
      return file === undefined ? undefined : (await chunk(file)).get(key);
    },
    beginningWith: async (start) => {
      const first = Math.max(0, placeOf(start));
      const found = new Map<string, Postings>();
      let [stem, stemPostings]: [string, Postings | undefined] = ["", undefined];
      for (let place = first; place < first + mostChunks; place += 1) {
        const [word, file] = chunks[place] ?? [];
        if (file === undefined || word === undefined) break;
        if (place > first && !word.startsWith(start)) break;
        for (const [key, postings] of await chunk(file)) {
          if (key.startsWith(start)) found.set(key, postings);
          else if (start.startsWith(key) && key.length > stem.length) {
            [stem, stemPostings] = [key, postings];
          }
        }
      }
      const frequent = [...found]
        .filter(([, { papers }]) => papers.length > 0)
        .sort(([a, m], [b, n]) => n.papers.length - m.papers.length || (a < b ? -1 : 1))
        .slice(0, mostKeys);
      // "reinforceme" is on its way to "reinforcement", whose key is "reinforc".
      if (stemPostings && stem.length >= 4 && stem.length >= start.length - 6) {
        frequent.push([stem, stemPostings]);
      }
      return new Map(frequent);
    },
  };
}

/** Whether one key comes at or before another in the order of Pagefind's files: by code points. */
function inOrder(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [[...one], [...other]];
  for (const [index, character] of a.entries()) {
    const [m, n] = [character.codePointAt(0) ?? 0, b[index]?.codePointAt(0) ?? -1];
    if (m !== n) return m < n;
  }
  return true;
}
