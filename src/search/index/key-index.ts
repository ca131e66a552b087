import { comparePagefindOrder } from "../pagefind/chunk-files.ts";
import type { Postings } from "../pagefind/index-chunk.ts";
import type { GrowingNumbers } from "./growing-numbers.ts";
import type { TextTable } from "./text-table.ts";

/** In a list of keys, a position without a key. */
export const gap = -1;

/** The keys of all papers, each paper's after those of the one before. */
export interface PaperKeys {
  /** Numbers of a table, and `gap`. */
  keys: GrowingNumbers;
  /** Where each paper's keys end. */
  ends: GrowingNumbers;
}

/**
 * The inverted index: where each key occurs. Arrays of numbers, since an archive has some hundred
 * occurrences for each paper.
 */
export interface KeyIndex {
  /** In the order in which Pagefind has them. */
  keys: readonly string[];
  /** Where each key's occurrences begin, and at the end how many there are. */
  starts: Int32Array;
  /** The paper and the position of each occurrence, in ascending order for each key. */
  papers: Int32Array;
  positions: Int32Array;
}

/** Inverts the keys of papers. */
export function invert({ keys, ends }: PaperKeys, table: TextTable): KeyIndex {
  const all = keys.values();
  const counts = new Int32Array(table.size);
  for (const key of all) if (key !== gap) counts[key] = (counts[key] ?? 0) + 1;
  const used = sorted(
    [...counts.keys()].filter((key) => (counts[key] ?? 0) > 0).map((key) => table.textOf(key)),
  );
  const starts = new Int32Array(used.length + 1);
  // From now on, where the next occurrence of a key comes.
  const next = counts;
  let total = 0;
  for (const [at, text] of used.entries()) {
    const key = table.numberOf(text);
    starts[at] = total;
    const count = counts[key] ?? 0;
    next[key] = total;
    total += count;
  }
  starts[used.length] = total;
  const [papers, positions] = [new Int32Array(total), new Int32Array(total)];
  let begin = 0;
  for (const [paper, end] of ends.values().entries()) {
    for (let at = begin; at < end; at += 1) {
      const key = all[at] ?? gap;
      if (key === gap) continue;
      const place = next[key] ?? 0;
      papers[place] = paper;
      positions[place] = at - begin;
      next[key] = place + 1;
    }
    begin = end;
  }
  return { keys: used, starts, papers, positions };
}

/** In Pagefind's order, which is that of JavaScript for all but rare characters. */
function sorted(keys: string[]): string[] {
  keys.sort();
  return keys.some((key) => /[\ud800-\uffff]/.test(key)) ? keys.sort(comparePagefindOrder) : keys;
}

/** The occurrences of the key at an index of `keys`. */
export function postingsAt({ starts, papers, positions }: KeyIndex, at: number): Postings {
  const postings: Postings = { papers: [], positions: [] };
  for (let place = starts[at] ?? 0; place < (starts[at + 1] ?? 0); place += 1) {
    const paper = papers[place] ?? 0;
    if (postings.papers.at(-1) !== paper) {
      postings.papers.push(paper);
      postings.positions.push([]);
    }
    postings.positions.at(-1)?.push(positions[place] ?? 0);
  }
  return postings;
}

/** How often papers have a key. */
export function occurrencesOf({ keys, starts }: KeyIndex, key: string): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comparePagefindOrder(keys[middle] ?? "", key) < 0) low = middle + 1;
    else high = middle;
  }
  return keys[low] === key ? (starts[low + 1] ?? 0) - (starts[low] ?? 0) : 0;
}
