import { type Columns, newestFirst } from "../index/columns.ts";
import type { NameFit } from "../text/name-fit.ts";
import { genericWords } from "../text/stop-words.ts";
import { type FoundName, isOf } from "./find-names.ts";
import { idf } from "./idf.ts";
import type { MatchedTerm } from "./postings.ts";
import { type ProximityWeights, proximity } from "./proximity.ts";

/** Weights of the ranking; measured by `npm run search:evaluate`. */
export interface RankWeights extends ProximityWeights {
  /** The weight of an occurrence in the title, relative to one in the abstract. */
  title: number;
  /** The weight of an occurrence in topics, names and notes, relative to one in the abstract. */
  extras: number;
  /** BM25's k1: how quickly further occurrences stop counting. */
  saturation: number;
  /** BM25's b: how much a long abstract counts against a paper, 0 to 1. */
  length: number;
  /** The exponent of the IDF: 1 as in BM25, 0 to ignore how rare words are. */
  idf: number;
  /** The share of the score that depends on the best passage, 0 to 1. */
  passage: number;
  /** The weight of a generic word in a sentence, relative to any other word. */
  generic: number;
  /** The weight of a spelling correction in a sentence, relative to a word as typed. */
  correction: number;
  /** The weight of a term for a word that was typed, relative to that word. */
  related: number;
  /** The weight of a term for several words that were typed. */
  relatedName: number;
  /** The weight of an author's name, by how well it fits, relative to a word. */
  name: Record<NameFit, number>;
}

/** The weights that are used. */
export const rankWeights: RankWeights = {
  title: 2,
  extras: 0.8,
  saturation: 1.6,
  length: 0.6,
  idf: 0.8,
  passage: 0.4,
  adjacent: 1.8,
  nearby: 0.15,
  generic: 0.5,
  correction: 0.4,
  related: 0.45,
  relatedName: 1,
  name: { whole: 8, initial: 7.8, turned: 7.5, part: 7, short: 6.5, loose: 6 },
};

/** The number of best papers for which proximity is measured. */
const maxRescored = 1000;

/** A paper with its score. */
export interface Ranked {
  paper: number;
  score: number;
  /** The share of the query's information that the paper has, 0 to 1. */
  coverage: number;
}

/** The columns that ranking needs. */
type Lengths = Pick<Columns, "day" | "titleEnd" | "bodyEnd">;

/**
 * Scores papers by BM25 over fields (BM25F) and by proximity, best first. A sentence describes a
 * paper; a shorter query names words that the paper has.
 */
export function rank(
  terms: readonly MatchedTerm[],
  papers: Iterable<number>,
  columns: Lengths,
  { isSentence, names = [] }: { isSentence: boolean; names?: readonly FoundName[] },
): Ranked[] {
  const boosts = nameBoosts(terms, names, columns.titleEnd.length);
  const idfs = terms.map((term) => termWeight(term, columns.titleEnd.length, isSentence));
  const total = terms.reduce((sum, { papers: { size } }, at) => sum + (size && (idfs[at] ?? 0)), 0);
  const ranked = scoreFields(terms, idfs, papers, columns, { isSentence, total: total || 1 });
  const byScore = bestFirst(columns);
  ranked.sort(byScore);
  for (const [at, one] of ranked.entries()) {
    const { pairs, passage } =
      at < maxRescored
        ? proximity(terms, idfs, one.paper, columns, rankWeights)
        : { pairs: 0, passage: 0 };
    const covered = 1 - rankWeights.passage + (rankWeights.passage * passage) / (total || 1);
    one.score = (one.score + pairs) * covered + (boosts.get(one.paper) ?? 0);
  }
  return ranked.sort(byScore);
}

/** What a full name adds to the scores of its papers: more than its words can in any field. */
function nameBoosts(
  terms: readonly MatchedTerm[],
  names: readonly FoundName[],
  total: number,
): Map<number, number> {
  const boosts = new Map<number, number>();
  for (const name of names) {
    const { papers } = name;
    const own = terms.filter(({ term }) => isOf(term, name));
    const frequencies = [papers.size, ...own.map(({ documentFrequency }) => documentFrequency)];
    const information = frequencies.reduce(
      (sum, frequency) => sum + idf(frequency, total) ** rankWeights.idf,
      0,
    );
    for (const [paper, fit] of papers) {
      boosts.set(paper, (boosts.get(paper) ?? 0) + rankWeights.name[fit] * information);
    }
  }
  return boosts;
}

/** The information of a term about the papers that have it. */
function termWeight(
  { documentFrequency, information, term }: MatchedTerm,
  papers: number,
  isSentence: boolean,
): number {
  if (information !== undefined) return information;
  const isGeneric = isSentence && term.form !== undefined && genericWords.has(term.form);
  const isGuess = isSentence && term.isCorrection === true;
  const weight = (isGeneric ? rankWeights.generic : 1) * (isGuess ? rankWeights.correction : 1);
  return idf(documentFrequency, papers) ** rankWeights.idf * weight;
}

/** Scores papers by BM25F, in no particular order. */
function scoreFields(
  terms: readonly MatchedTerm[],
  idfs: readonly number[],
  papers: Iterable<number>,
  { bodyEnd }: Lengths,
  { isSentence, total }: { isSentence: boolean; total: number },
): Ranked[] {
  const averageLength = mean(bodyEnd) || 1;
  const ranked: Ranked[] = [];
  for (const paper of papers) {
    const relativeLength = (bodyEnd[paper] ?? averageLength) / averageLength;
    const norm = 1 - rankWeights.length + rankWeights.length * relativeLength;
    let score = 0;
    let covered = 0;
    for (const [at, { papers: matches }] of terms.entries()) {
      const match = matches.get(paper);
      if (!match) continue;
      const weight = (idfs[at] ?? 0) * (match.share ?? 1);
      const { title, abstract, extras } = match;
      const frequency = rankWeights.title * title + abstract / norm + rankWeights.extras * extras;
      const full = weight * (1 + rankWeights.saturation);
      score += (full * frequency) / (frequency + rankWeights.saturation);
      // If a title has a few words of the query, they name the paper, however many other papers
      // have them.
      if (!isSentence && title > 0) score += full;
      covered += weight * Math.min(1, title + abstract + extras);
    }
    if (score > 0) ranked.push({ paper, coverage: Math.min(1, covered / total), score });
  }
  return ranked;
}

/** Of two papers with the same score, the newer one comes first. */
export function bestFirst(columns: Pick<Columns, "day">): (a: Ranked, b: Ranked) => number {
  const byDay = newestFirst(columns);
  return (a, b) => b.score - a.score || byDay(a.paper, b.paper);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}
