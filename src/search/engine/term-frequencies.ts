import type { Columns } from "../index/columns.ts";
import { putVarint, VarintReader } from "../index/varint.ts";
import type { Postings } from "../pagefind/index-chunk.ts";

export const fields = ["title", "abstract", "extras"] as const;
export type Field = (typeof fields)[number];

export type FieldEnds = Pick<Columns, "titleEnd" | "bodyEnd">;

/** The field in which a place lies. */
export function fieldAt({ titleEnd, bodyEnd }: FieldEnds, paper: number, place: number): Field {
  if (place < (titleEnd[paper] ?? 0)) return "title";
  return place < (bodyEnd[paper] ?? 0) ? "abstract" : "extras";
}

/** How often a word stands in the fields of papers, the papers by number in rising order. */
export interface Mentions extends Record<Field, number[]> {
  papers: number[];
  /** Absent where they are not loaded: the places of a frequent word are most of its bytes. */
  places?: number[][];
}

/** Counts places by their fields. */
export function mentionsOf({ papers, places }: Postings, ends: FieldEnds): Mentions {
  const mentions: Mentions = { papers, title: [], abstract: [], extras: [], places };
  for (const [at, paper] of papers.entries()) {
    const counts = { title: 0, abstract: 0, extras: 0 };
    for (const place of places[at] ?? []) counts[fieldAt(ends, paper, place)] += 1;
    for (const field of fields) mentions[field].push(counts[field]);
  }
  return mentions;
}

/** More mentions than these in a title or in the extras are written as these. */
const mostInShort = 3;

/** Writes words with their mentions, without places: about a byte for each paper, before packing. */
export function writeMentions(words: ReadonlyMap<string, Mentions>): Uint8Array {
  const bytes: number[] = [];
  putVarint(bytes, words.size);
  for (const [word, { papers, title, abstract, extras }] of words) {
    const name = new TextEncoder().encode(word);
    putVarint(bytes, name.length);
    bytes.push(...name);
    putVarint(bytes, papers.length);
    let before = 0;
    for (const paper of papers) {
      putVarint(bytes, paper - before);
      before = paper;
    }
    for (const at of papers.keys()) {
      const short = Math.min(title[at] ?? 0, mostInShort);
      const further = Math.min(extras[at] ?? 0, mostInShort);
      putVarint(bytes, short + 4 * further + 16 * (abstract[at] ?? 0));
    }
  }
  return new Uint8Array(bytes);
}

/** Reads what `writeMentions` wrote. */
export function readMentions(file: Uint8Array): Map<string, Mentions> {
  const reader = new VarintReader(file);
  const words = new Map<string, Mentions>();
  for (let left = reader.number(); left > 0; left -= 1) {
    const word = reader.text();
    const steps = reader.numbers(reader.number());
    let paper = 0;
    const papers = steps.map((step) => {
      paper += step;
      return paper;
    });
    const codes = reader.numbers(papers.length);
    words.set(word, {
      papers,
      title: codes.map((code) => code % 4),
      extras: codes.map((code) => Math.floor(code / 4) % 4),
      abstract: codes.map((code) => Math.floor(code / 16)),
    });
  }
  return words;
}
