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

/** The index of the papers before a number, and that of all others. */
export function divideAt(index: KeyIndex, first: number): [KeyIndex, KeyIndex] {
  const { keys, starts, papers } = index;
  const borders = Int32Array.from(keys, (_, at) =>
    firstFrom(starts[at] ?? 0, starts[at + 1] ?? 0, (place) => (papers[place] ?? 0) >= first),
  );
  const startOf = (at: number) => starts[at] ?? 0;
  const borderOf = (at: number) => borders[at] ?? 0;
  return [
    selectFrom(index, startOf, borderOf),
    selectFrom(index, borderOf, (at) => starts[at + 1] ?? 0),
  ];
}

/** The occurrences of each key from one place to another, and no keys that have none there. */
function selectFrom(
  { keys, papers, positions }: KeyIndex,
  from: (key: number) => number,
  to: (key: number) => number,
): KeyIndex {
  const used = [...keys.keys()].filter((at) => to(at) > from(at));
  const count = used.reduce((sum, at) => sum + to(at) - from(at), 0);
  const part = {
    keys: used.map((at) => keys[at] ?? ""),
    starts: new Int32Array(used.length + 1),
    papers: new Int32Array(count),
    positions: new Int32Array(count),
  };
  let place = 0;
  for (const [number, at] of used.entries()) {
    part.starts[number] = place;
    part.papers.set(papers.subarray(from(at), to(at)), place);
    part.positions.set(positions.subarray(from(at), to(at)), place);
    place += to(at) - from(at);
  }
  part.starts[used.length] = place;
  return part;
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

/** How often the papers before a number have a key; if none of them has it, whether a later one does. */
export function occurrencesOf(
  { keys, starts, papers }: KeyIndex,
  key: string,
  before: number,
): number {
  const at = firstFrom(0, keys.length, (one) => comparePagefindOrder(keys[one] ?? "", key) >= 0);
  if (keys[at] !== key) return 0;
  const [start, end] = [starts[at] ?? 0, starts[at + 1] ?? 0];
  return firstFrom(start, end, (place) => (papers[place] ?? 0) >= before) - start || 1;
}

/** The first number of a range from which on something is true; its end if it never is. */
function firstFrom(start: number, end: number, isTrue: (at: number) => boolean): number {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
