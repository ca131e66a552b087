import type { Columns } from "../index/columns.ts";
import { putVarint, VarintReader } from "../index/varint.ts";
import type { Postings } from "../pagefind/index-chunk.ts";

/** The fields of a paper. `extras`: topics, organization, keywords, ids, authors, the owner's notes and so on. */
export const fields = ["title", "abstract", "extras"] as const;
/** One of `fields`. */
export type Field = (typeof fields)[number];

/** Where each paper's fields end, in positions of its record. */
export type FieldEnds = Pick<Columns, "titleEnd" | "bodyEnd">;

/** The field that a position of a paper belongs to. */
export function fieldAt({ titleEnd, bodyEnd }: FieldEnds, paper: number, position: number): Field {
  if (position < (titleEnd[paper] ?? 0)) return "title";
  return position < (bodyEnd[paper] ?? 0) ? "abstract" : "extras";
}

/** How often a key occurs in each field, for each of `papers`, which are in ascending order. */
export interface TermFrequencies extends Record<Field, number[]> {
  papers: number[];
  /** Absent where they are not loaded: positions are most of the bytes of a frequent word. */
  positions?: number[][];
}

/** Counts the positions of a key by field. */
export function termFrequenciesOf(
  { papers, positions }: Postings,
  ends: FieldEnds,
): TermFrequencies {
  const frequencies: TermFrequencies = { papers, title: [], abstract: [], extras: [], positions };
  for (const [at, paper] of papers.entries()) {
    const counts = { title: 0, abstract: 0, extras: 0 };
    for (const position of positions[at] ?? []) counts[fieldAt(ends, paper, position)] += 1;
    for (const field of fields) frequencies[field].push(counts[field]);
  }
  return frequencies;
}

/** Frequencies in some papers, and those in later ones; without positions unless all have them. */
export function joinFrequencies(
  all: readonly (TermFrequencies | undefined)[],
): TermFrequencies | undefined {
  const [one, other] = all.filter((frequencies) => frequencies !== undefined);
  if (!one || !other) return one;
  const joined: TermFrequencies = {
    papers: [...one.papers, ...other.papers],
    title: [...one.title, ...other.title],
    abstract: [...one.abstract, ...other.abstract],
    extras: [...one.extras, ...other.extras],
  };
  return one.positions && other.positions
    ? { ...joined, positions: [...one.positions, ...other.positions] }
    : joined;
}

/** Higher counts in a title or in the extras are stored as this one: two bits each. */
const maxShortCount = 3;

/** Encodes the term frequencies of keys, without positions: about one byte for each paper. */
export function writeTermFrequencies(terms: ReadonlyMap<string, TermFrequencies>): Uint8Array {
  const bytes: number[] = [];
  putVarint(bytes, terms.size);
  for (const [key, { papers, title, abstract, extras }] of terms) {
    const name = new TextEncoder().encode(key);
    putVarint(bytes, name.length);
    bytes.push(...name);
    putVarint(bytes, papers.length);
    let previous = 0;
    for (const paper of papers) {
      putVarint(bytes, paper - previous);
      previous = paper;
    }
    for (const at of papers.keys()) {
      const inTitle = Math.min(title[at] ?? 0, maxShortCount);
      const inExtras = Math.min(extras[at] ?? 0, maxShortCount);
      putVarint(bytes, inTitle + 4 * inExtras + 16 * (abstract[at] ?? 0));
    }
  }
  return new Uint8Array(bytes);
}

/** Decodes what `writeTermFrequencies` wrote. */
export function readTermFrequencies(file: Uint8Array): Map<string, TermFrequencies> {
  const reader = new VarintReader(file);
  const terms = new Map<string, TermFrequencies>();
  for (let left = reader.number(); left > 0; left -= 1) {
    const key = reader.text();
    const deltas = reader.numbers(reader.number());
    let paper = 0;
    const papers = deltas.map((delta) => {
      paper += delta;
      return paper;
    });
    const counts = reader.numbers(papers.length);
    terms.set(key, {
      papers,
      title: counts.map((count) => count % 4),
      extras: counts.map((count) => Math.floor(count / 4) % 4),
      abstract: counts.map((count) => Math.floor(count / 16)),
    });
  }
  return terms;
}
