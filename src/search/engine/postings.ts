import { pairKey } from "../index/frequent-pairs.ts";
import type { Postings } from "../pagefind/index-chunk.ts";
import type { PhraseUnit, Unit } from "./query-terms.ts";
import type { SearchSite } from "./site.ts";
import { type Field, type FieldEnds, fieldAt, fields, type Mentions } from "./term-frequencies.ts";
import type { WordIndex } from "./word-index.ts";

/** How a unit stands in a paper: mentions by field, weighed by what each is worth, and places. */
export interface Match extends Record<Field, number> {
  /**
   * Where it stands, and what it is worth at each place beside what was typed; none of frequent words,
   * whose places are not loaded.
   */
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

/** What matching needs of a site. */
type IndexedSite = Pick<SearchSite, "words" | "archive">;

/** Finds the papers of a unit: by the whole of a compound, else by all of its parts. */
export async function matchUnit(unit: Unit, site: IndexedSite): Promise<Matched> {
  const { words: index } = site;
  const matched: Matched = { unit, papers: new Map(), own: 0, found: new Set() };
  const found = await Promise.all(
    unit.keys.map(async ({ key, worth }) => ({ key, worth, mentions: await index.mentions(key) })),
  );
  for (const { key, worth, mentions } of found) {
    if (mentions) add(matched, key, mentions, worth);
  }
  if (unit.beginning !== undefined) {
    for (const [key, mentions] of await index.beginningWith(unit.beginning)) {
      if (!matched.found.has(key)) add(matched, key, mentions, 0.8);
    }
  }
  if (unit.row) addRow(matched, unit.row, await matchPhrase(unit.row, site));
  matched.own = ownPapers(matched, found);
  return matched;
}

function ownPapers(
  { papers, unit }: Matched,
  found: { worth: number; mentions: Mentions | undefined }[],
): number {
  if (unit.beginning !== undefined || unit.row) return papers.size;
  const own = new Set<number>();
  for (const { worth, mentions } of found) {
    if (worth === 1) for (const paper of mentions?.papers ?? []) own.add(paper);
  }
  return own.size > 0 ? own.size : papers.size;
}

function add({ papers, found }: Matched, key: string, mentions: Mentions, worth: number): void {
  found.add(key);
  for (const [at, paper] of mentions.papers.entries()) {
    const match = papers.get(paper) ?? noMatch();
    for (const field of fields) match[field] += worth * (mentions[field][at] ?? 0);
    for (const place of mentions.places?.[at] ?? []) {
      match.places.push(place);
      match.worths.push(worth);
    }
    papers.set(paper, match);
  }
}

function noMatch(): Match {
  return { title: 0, abstract: 0, extras: 0, places: [], worths: [] };
}

/** A match of something at these places of a paper. */
export function matchAt(places: readonly number[], paper: number, ends: FieldEnds): Match {
  const match = noMatch();
  for (const place of places) {
    match[fieldAt(ends, paper, place)] += 1;
    match.places.push(place);
    match.worths.push(1);
  }
  return match;
}

/** Several matches of one paper as one. */
export function together(matches: readonly Match[]): Match {
  const sum = noMatch();
  for (const match of matches) {
    for (const field of fields) sum[field] += match[field];
    sum.places.push(...match.places);
    sum.worths.push(...match.worths);
  }
  return sum;
}

/** The papers that have a key. */
async function matchKey(key: string, index: WordIndex): Promise<Map<number, Match>> {
  const matched: Matched = {
    unit: { text: key, keys: [] },
    papers: new Map(),
    own: 0,
    found: new Set(),
  };
  const mentions = await index.mentions(key);
  if (mentions) add(matched, key, mentions, 1);
  return matched.papers;
}

/** Adds papers that have a compound's words in a row, where they do not have it as one. */
function addRow(
  { papers, found }: Matched,
  { keys }: PhraseUnit,
  rows: ReadonlyMap<number, Match>,
): void {
  if (rows.size > 0) for (const key of keys) if (key !== undefined) found.add(key);
  for (const [paper, match] of rows) if (!papers.has(paper)) papers.set(paper, match);
}

/** The papers in which a phrase stands word for word, within one field. */
export async function matchPhrase(
  { keys }: PhraseUnit,
  { words: index, archive }: IndexedSite,
): Promise<Map<number, Match>> {
  const pair = pairKey(keys, new Set(archive.frequent));
  if (pair !== undefined) return matchKey(pair, index);
  const ends = archive.columns;
  const words = await Promise.all(
    keys.map((key) => (key === undefined ? undefined : index.find(key))),
  );
  const found = new Map<number, Match>();
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
    if (begins.length > 0) found.set(paper, matchAt(begins, paper, ends));
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
