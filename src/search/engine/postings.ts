import { dateOf } from "../index/columns.ts";
import { pairKey } from "../index/frequent-pairs.ts";
import { settledPapers } from "../index/settled.ts";
import type { TimeRange } from "../query/parse-time.ts";
import type { Phrase, QueryTerm } from "./query-terms.ts";
import type { SearchContext } from "./search-context.ts";
import {
  type Field,
  type FieldEnds,
  fieldAt,
  fields,
  type TermFrequencies,
} from "./term-frequencies.ts";
import { isWithin } from "./within-time.ts";

/** How a term matches one paper: its weighted frequency in each field, and its positions. */
export interface Match extends Record<Field, number> {
  /** Empty for frequent words, whose positions are not loaded. */
  positions: number[];
  /** For each position, the weight of the key that occurs there. */
  weights: number[];
  /** The share of the term's information that this match has, if not all of it. */
  share?: number;
}

/** A term with the papers that match it. */
export interface MatchedTerm {
  term: QueryTerm;
  papers: Map<number, Match>;
  /** How many papers have the term as typed, without its synonyms. */
  documentFrequency: number;
  /** What the term says about papers that have it, if not what `documentFrequency` says. */
  information?: number;
  /** The keys of the index that matched. */
  keys: Set<string>;
}

/** What matching needs of a search. */
type Index = Pick<SearchContext, "words" | "archive">;

/** A completion of the typed prefix counts a little less than the word itself. */
const prefixWeight = 0.8;

/** Finds the papers that have any key of a term, a word with its prefix, or its words as a phrase. */
export async function matchTerm(term: QueryTerm, index: Index): Promise<MatchedTerm> {
  const matched = emptyMatch(term);
  const loaded = await Promise.all(
    term.keys.map(async ({ key, weight }) => ({
      weight,
      key,
      frequencies: await index.words.termFrequencies(key),
    })),
  );
  const asTyped = new Set<number>();
  for (const { key, weight, frequencies } of loaded) {
    if (!frequencies) continue;
    addKey(matched, key, frequencies, weight);
    if (weight === 1) for (const paper of frequencies.papers) asTyped.add(paper);
  }
  if (term.prefix !== undefined) {
    for (const [key, frequencies] of await index.words.withPrefix(term.prefix)) {
      if (!matched.keys.has(key)) addKey(matched, key, frequencies, prefixWeight);
    }
  }
  if (term.time) addTime(matched, term.time, index.archive);
  const phrase = term.phrase && needsPhrase(term.phrase, matched, index) ? term.phrase : undefined;
  if (phrase) addPhrase(matched, phrase, await matchPhrase(phrase, index));
  const isWord = term.prefix === undefined && !phrase && !term.time && asTyped.size > 0;
  matched.documentFrequency = isWord ? asTyped.size : matched.papers.size;
  return matched;
}

/** Whether papers may have the words of a phrase without having the term's key: settled ones, if only recent ones have the key. */
function needsPhrase(
  { isIndexed }: Phrase,
  { papers }: MatchedTerm,
  { archive: { total } }: Index,
): boolean {
  if (!isIndexed) return true;
  const settled = settledPapers(total);
  return papers.size > 0 && [...papers.keys()].every((paper) => paper >= settled);
}

function emptyMatch(term: QueryTerm): MatchedTerm {
  return { term, papers: new Map(), documentFrequency: 0, keys: new Set() };
}

function addKey(
  { papers, keys }: MatchedTerm,
  key: string,
  frequencies: TermFrequencies,
  weight: number,
): void {
  keys.add(key);
  for (const [at, paper] of frequencies.papers.entries()) {
    const match = papers.get(paper) ?? noMatch();
    for (const field of fields) match[field] += weight * (frequencies[field][at] ?? 0);
    for (const position of frequencies.positions?.[at] ?? []) {
      match.positions.push(position);
      match.weights.push(weight);
    }
    papers.set(paper, match);
  }
}

/** The weight of a paper's date, as occurrences in its title: more than a mention of the same year. */
const dateWeight = 2;

/** Adds the papers that were published within a range of time. */
function addTime(
  { papers }: MatchedTerm,
  range: TimeRange,
  { columns, total }: Index["archive"],
): void {
  for (let paper = 0; paper < total; paper += 1) {
    if (!isWithin(dateOf(columns, paper), range)) continue;
    const match = papers.get(paper) ?? noMatch();
    papers.set(paper, { ...match, title: match.title + dateWeight });
  }
}

/** Adds the papers that have a compound as separate words, where they do not have it as one. */
function addPhrase(
  matched: MatchedTerm,
  { keys }: Phrase,
  found: ReadonlyMap<number, Match>,
): void {
  if (found.size === 0) return;
  for (const key of keys) if (key !== undefined) matched.keys.add(key);
  for (const [paper, match] of found) {
    if (!matched.papers.has(paper)) matched.papers.set(paper, match);
  }
}

/** How a name matches a paper of the author. */
export function nameMatch(): Match {
  return { ...noMatch(), extras: 1 };
}

function noMatch(): Match {
  return { title: 0, abstract: 0, extras: 0, positions: [], weights: [] };
}

function matchAt(positions: readonly number[], paper: number, ends: FieldEnds): Match {
  const match = noMatch();
  for (const position of positions) {
    match[fieldAt(ends, paper, position)] += 1;
    match.positions.push(position);
    match.weights.push(1);
  }
  return match;
}

/** Adds up several matches of one paper. */
export function mergeMatches(matches: readonly Match[]): Match {
  const sum = noMatch();
  for (const match of matches) {
    for (const field of fields) sum[field] += match[field];
    sum.positions.push(...match.positions);
    sum.weights.push(...match.weights);
  }
  return sum;
}

/** The papers that have a phrase word for word, within one field. */
export async function matchPhrase(
  { text, keys }: Phrase,
  { words, archive }: Index,
): Promise<Map<number, Match>> {
  const pair = pairKey(keys, new Set(archive.frequent));
  if (pair !== undefined) {
    const frequencies = await words.termFrequencies(pair);
    const matched = emptyMatch({ text, keys: [] });
    if (frequencies) addKey(matched, pair, frequencies, 1);
    return matched.papers;
  }
  const ends = archive.columns;
  const postings = await Promise.all(
    keys.map((key) => (key === undefined ? undefined : words.postings(key))),
  );
  const found = new Map<number, Match>();
  const [first] = postings;
  if (!first || postings.some((word, at) => keys[at] !== undefined && !word)) return found;
  const positions = postings.map(
    (word) => word && new Map(word.papers.map((paper, at) => [paper, new Set(word.positions[at])])),
  );
  for (const [at, paper] of first.papers.entries()) {
    const starts = (first.positions[at] ?? []).filter(
      (start) =>
        fieldAt(ends, paper, start) === fieldAt(ends, paper, start + keys.length - 1) &&
        positions.every((word, offset) => !word || word.get(paper)?.has(start + offset)),
    );
    if (starts.length > 0) found.set(paper, matchAt(starts, paper, ends));
  }
  return found;
}
