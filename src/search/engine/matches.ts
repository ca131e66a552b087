import type { Columns } from "../index/columns.ts";
import type { Postings } from "./index-chunk.ts";
import type { PhraseUnit, Unit } from "./units.ts";
import type { WordIndex } from "./word-index.ts";

export type Field = "title" | "abstract" | "extras";

/** How a unit stands in a paper: mentions by field, weighed by what each is worth, and places. */
export interface Match {
  title: number;
  abstract: number;
  extras: number;
  /** Where it stands, and what it is worth at each place beside what was typed. */
  places: number[];
  worths: number[];
}

/** A unit with the papers that have it. */
export interface Matched {
  unit: Unit;
  papers: Map<number, Match>;
  /** Papers that have the word itself, by which its rarity is told. */
  own: number;
  /** Keys that were found, for highlighting. */
  found: Set<string>;
}

type FieldEnds = Pick<Columns, "titleEnd" | "bodyEnd">;

/** The field in which a place lies. */
export function fieldAt({ titleEnd, bodyEnd }: FieldEnds, paper: number, place: number): Field {
  if (place < (titleEnd[paper] ?? 0)) return "title";
  return place < (bodyEnd[paper] ?? 0) ? "abstract" : "extras";
}

/** Finds the papers of a unit: by the whole of a compound, else by all of its parts. */
export async function matchUnit(unit: Unit, index: WordIndex, ends: FieldEnds): Promise<Matched> {
  const matched: Matched = { unit, papers: new Map(), own: 0, found: new Set() };
  const found = await Promise.all(
    unit.keys.map(async ({ key, worth }) => ({ key, worth, postings: await index.find(key) })),
  );
  for (const { key, worth, postings } of found) {
    if (postings) add(matched, key, postings, worth, ends);
  }
  if (unit.beginning !== undefined) {
    for (const [key, postings] of await index.beginningWith(unit.beginning)) {
      if (!matched.found.has(key)) add(matched, key, postings, 0.8, ends);
    }
  }
  matched.own = ownPapers(matched, found);
  return matched;
}

function ownPapers(
  { papers, unit }: Matched,
  found: { worth: number; postings: Postings | undefined }[],
): number {
  if (unit.beginning !== undefined) return papers.size;
  const own = new Set<number>();
  for (const { worth, postings } of found) {
    if (worth === 1) for (const paper of postings?.papers ?? []) own.add(paper);
  }
  return own.size > 0 ? own.size : papers.size;
}

function add(
  { papers, found }: Matched,
  key: string,
  postings: Postings,
  worth: number,
  ends: FieldEnds,
): void {
  found.add(key);
  for (const [index, paper] of postings.papers.entries()) {
    const match = papers.get(paper) ?? { title: 0, abstract: 0, extras: 0, places: [], worths: [] };
    for (const place of postings.places[index] ?? []) {
      match[fieldAt(ends, paper, place)] += worth;
      match.places.push(place);
      match.worths.push(worth);
    }
    papers.set(paper, match);
  }
}

/** The papers in which a phrase stands word for word, within one field. */
export async function matchPhrase(
  { keys }: PhraseUnit,
  index: WordIndex,
  ends: FieldEnds,
): Promise<Map<number, number[]>> {
  const words = await Promise.all(
    keys.map((key) => (key === undefined ? undefined : index.find(key))),
  );
  const found = new Map<number, number[]>();
  const [first] = words;
  if (!first || words.some((postings, at) => keys[at] !== undefined && !postings)) return found;
  const places = words.map(
    (postings) =>
      postings &&
      new Map(postings.papers.map((paper, at) => [paper, new Set(postings.places[at])])),
  );
  for (const [at, paper] of first.papers.entries()) {
    const begins = (first.places[at] ?? []).filter(
      (place) =>
        fieldAt(ends, paper, place) === fieldAt(ends, paper, place + keys.length - 1) &&
        places.every((word, step) => !word || word.get(paper)?.has(place + step)),
    );
    if (begins.length > 0) found.set(paper, begins);
  }
  return found;
}

/** The papers that have all of some words within so many places. */
export function withinSpan(words: readonly (Postings | undefined)[], span: number): Set<number> {
  const found = new Set<number>();
  const [first, ...others] = words;
  if (!first) return found;
  for (const [at, paper] of first.papers.entries()) {
    const near = (first.places[at] ?? []).some((place) =>
      others.every((other) => {
        const index = other?.papers.indexOf(paper) ?? -1;
        return other?.places[index]?.some((next) => Math.abs(next - place) < span) ?? false;
      }),
    );
    if (near) found.add(paper);
  }
  return found;
}
