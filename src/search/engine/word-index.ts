import type { ArchiveFile } from "../index/columns.ts";
import { isPairKey } from "../index/frequent-pairs.ts";
import { type Postings, readIndexChunk } from "../pagefind/index-chunk.ts";
import type { PartFiles } from "./part-files.ts";
import { mentionsPath, wordsFolder } from "./paths.ts";
import { type Mentions, mentionsOf, readMentions } from "./term-frequencies.ts";

/** Where words stand. Only the files that hold the words asked for are loaded. */
export interface WordIndex {
  /** A word's places, for phrases and names. */
  find: (key: string) => Promise<Postings | undefined>;
  /** How often papers have a word; its places only where they cost little. */
  mentions: (key: string) => Promise<Mentions | undefined>;
  /** Words' keys that begin so, and the longest one that the beginning itself begins with; a few at most. */
  beginningWith: (start: string) => Promise<Map<string, Mentions>>;
}

const mostChunks = 3;
const mostKeys = 24;

/** Pagefind's word index, read chunk by chunk, and the mentions that stand beside its large chunks. */
export function wordIndex(archive: WordFiles, files: PartFiles): WordIndex {
  const { chunks, columns, version } = archive;
  const postingsIn = remembered((file) =>
    files.get(`${wordsFolder}/${file}.pf_index`).then(readIndexChunk),
  );
  const fromChunk = remembered(async (file) => {
    const words = new Map<string, Mentions>();
    for (const [key, postings] of await postingsIn(file)) {
      words.set(key, mentionsOf(postings, columns));
    }
    return words;
  });
  const fromMentions = remembered((file) =>
    files.get(mentionsPath(version, file)).then(readMentions),
  );
  const mentionsIn = ([, file, apart]: ArchiveFile["chunks"][number]) =>
    apart ? fromMentions(file) : fromChunk(file);
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
      const chunk = chunks[placeOf(key)];
      return chunk && (await postingsIn(chunk[1])).get(key);
    },
    mentions: async (key) => {
      const chunk = chunks[placeOf(key)];
      return chunk && (await mentionsIn(chunk)).get(key);
    },
    beginningWith: async (start) => {
      const first = Math.max(0, placeOf(start));
      const found = new Map<string, Mentions>();
      let [stem, ofStem]: [string, Mentions | undefined] = ["", undefined];
      for (let place = first; place < first + mostChunks; place += 1) {
        const chunk = chunks[place];
        if (!chunk) break;
        if (place > first && !chunk[0].startsWith(start)) break;
        for (const [key, mentions] of await mentionsIn(chunk)) {
          // "languag" begins pairs, too, which would leave no room for other words.
          if (isPairKey(key)) continue;
          if (key.startsWith(start)) found.set(key, mentions);
          else if (start.startsWith(key) && key.length > stem.length) {
            [stem, ofStem] = [key, mentions];
          }
        }
      }
      const frequent = [...found]
        .filter(([, { papers }]) => papers.length > 0)
        .sort(([a, m], [b, n]) => n.papers.length - m.papers.length || (a < b ? -1 : 1))
        .slice(0, mostKeys);
      // "reinforceme" is on its way to "reinforcement", whose key is "reinforc".
      if (ofStem && stem.length >= 4 && stem.length >= start.length - 6) {
        frequent.push([stem, ofStem]);
      }
      return new Map(frequent);
    },
  };
}

type WordFiles = Pick<ArchiveFile, "chunks" | "columns" | "version">;

/** Reads a file once; again, where that failed. */
function remembered<T>(read: (file: string) => Promise<T>): (file: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (file) => {
    const before = known.get(file);
    if (before) return before;
    const made = read(file);
    made.catch(() => known.delete(file));
    known.set(file, made);
    return made;
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
