import type { Postings } from "../pagefind/index-chunk.ts";
import type { Columns } from "./columns.ts";
import { postingsAt } from "./key-index.ts";
import { fromSteady, type SteadyIndex } from "./steady-positions.ts";
import { putText, putVarint, VarintReader } from "./varint.ts";

/** Numbers in two lists, their low bytes and the rest: gzip finds something in the rest only. */
class SplitNumbers {
  readonly high: number[] = [];
  readonly low: number[] = [];

  put(value: number): void {
    putVarint(this.high, Math.floor(value / 256));
    this.low.push(value % 256);
  }
}

/**
 * Encodes the postings of consecutive keys, those from `first` to before `end`, one kind of number after the other. Compressed,
 * it is two thirds of a chunk in Pagefind's format.
 */
export function packKeys(
  { words: index }: Pick<SteadyIndex, "words">,
  { first, end }: { first: number; end: number },
): Uint8Array {
  const texts: number[] = [];
  const [shared, counts, occurrences]: [number[], number[], number[]] = [[], [], []];
  const [papers, positions] = [new SplitNumbers(), new SplitNumbers()];
  let before = "";
  for (let at = first; at < end; at += 1) {
    const key = index.keys[at] ?? "";
    const beginning = sharedLength(before, key);
    before = key;
    putVarint(shared, beginning);
    putText(texts, key.slice(beginning));
    const own = postingsAt(index, at);
    putVarint(counts, own.papers.length);
    putDeltas(papers, own.papers);
    for (const places of own.positions) {
      putVarint(occurrences, places.length - 1);
      putDeltas(positions, places);
    }
  }
  const head: number[] = [];
  putVarint(head, end - first);
  const lists = [head, shared, texts, counts, papers.high, papers.low, occurrences];
  return joined([...lists, positions.high, positions.low]);
}

/** Decodes what `packKeys` wrote. Throws a RangeError if it ends too early. */
export function readPackedKeys(
  file: Uint8Array,
  ends: Pick<Columns, "titleEnd" | "bodyEnd">,
): Map<string, Postings> {
  const reader = new VarintReader(file);
  const count = reader.number();
  const shared = reader.numbers(count);
  const rests = shared.map(() => reader.text());
  const counts = reader.numbers(count);
  const papers = splitNumbers(reader, sum(counts));
  const occurrences = reader.numbers(papers.length).map((further) => further + 1);
  const positions = splitNumbers(reader, sum(occurrences));
  const found = new Map<string, Postings>();
  let [key, paper, place] = ["", 0, 0];
  for (const [at, rest] of rests.entries()) {
    key = key.slice(0, shared[at]) + rest;
    const own: Postings = { papers: [], positions: [] };
    let number = 0;
    for (const end = paper + (counts[at] ?? 0); paper < end; paper += 1) {
      number += papers[paper] ?? 0;
      own.papers.push(number);
      const places: number[] = [];
      let position = 0;
      for (const last = place + (occurrences[paper] ?? 0); place < last; place += 1) {
        position += positions[place] ?? 0;
        places.push(position);
      }
      own.positions.push(fromSteady(places, ends, number));
    }
    found.set(key, own);
  }
  return found;
}

function putDeltas(to: SplitNumbers, ascending: readonly number[]): void {
  let previous = 0;
  for (const number of ascending) {
    to.put(number - previous);
    previous = number;
  }
}

function splitNumbers(reader: VarintReader, count: number): number[] {
  const high = reader.numbers(count);
  const low = reader.bytes(count);
  return high.map((value, at) => value * 256 + (low[at] ?? 0));
}

function sharedLength(before: string, key: string): number {
  let length = 0;
  while (length < key.length && key[length] === before[length]) length += 1;
  // Half a surrogate pair cannot be written as UTF-8.
  return /[\ud800-\udbff]/.test(key[length - 1] ?? "") ? length - 1 : length;
}

function joined(lists: readonly (readonly number[])[]): Uint8Array {
  const bytes = new Uint8Array(sum(lists.map(({ length }) => length)));
  let at = 0;
  for (const list of lists) {
    bytes.set(list, at);
    at += list.length;
  }
  return bytes;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
