import type { Columns } from "../index/columns.ts";
import { faintWords } from "../text/stop-words.ts";
import { idf } from "./idf.ts";
import type { Matched } from "./postings.ts";
import { type ClosenessWeights, closeness } from "./proximity.ts";

/** Weights of the ranking; measured by `npm run search:evaluate`. */
export interface RankWeights extends ClosenessWeights {
  title: number;
  extras: number;
  /** Saturation of repeated mentions, and how much a long abstract counts against itself. */
  saturation: number;
  length: number;
  /** How much rare words are preferred: 1 as BM25 does, 0 not at all. */
  idf: number;
  /** How much papers are preferred that have more of the query in title and one stretch of text. */
  passage: number;
  /** What a word that says little counts for in a sentence. */
  faint: number;
  /** What a word counts for in a sentence that stands for one that no paper has. */
  corrected: number;
  /** What a word of the same meaning counts for beside the word that was typed. */
  related: number;
}

export const rankWeights: RankWeights = {
  title: 2,
  extras: 0.8,
  saturation: 1.6,
  length: 0.6,
  idf: 0.8,
  passage: 0.4,
  neighbours: 1.8,
  others: 0.15,
  faint: 0.5,
  corrected: 0.4,
  related: 0.6,
};

/** So many of the papers that have most of the words are looked at for how close these stand. */
const lookedAt = 1000;

export interface Ranked {
  paper: number;
  score: number;
  /** The share of the query's information that the paper has, 0 to 1. */
  share: number;
}

/** Scores papers by BM25 over fields (BM25F), with preference for words that stand close together. */
export function rank(
  units: readonly Matched[],
  papers: Iterable<number>,
  columns: Pick<Columns, "titleEnd" | "bodyEnd">,
  /** Whether the query is a sentence about a paper, and not words that it names. */
  sentence: boolean,
  weights: RankWeights = rankWeights,
): Ranked[] {
  const total = columns.titleEnd.length;
  const told = units.map(({ own, unit }) => {
    const faint = sentence && unit.form !== undefined && faintWords.has(unit.form);
    const guessed = sentence && unit.corrected === true;
    const weight = (faint ? weights.faint : 1) * (guessed ? weights.corrected : 1);
    return idf(own, total) ** weights.idf * weight;
  });
  const known = units.map(({ papers: found }, at) => (found.size > 0 ? (told[at] ?? 0) : 0));
  const all = known.reduce((sum, value) => sum + value, 0) || 1;
  const average = mean(columns.bodyEnd) || 1;
  const ranked: Ranked[] = [];
  for (const paper of papers) {
    const size = (columns.bodyEnd[paper] ?? average) / average;
    const norm = 1 - weights.length + weights.length * size;
    let score = 0;
    let had = 0;
    for (const [at, unit] of units.entries()) {
      const match = unit.papers.get(paper);
      const weight = told[at] ?? 0;
      if (!match) continue;
      const mentions =
        weights.title * match.title + match.abstract / norm + weights.extras * match.extras;
      const strength = mentions / (mentions + weights.saturation);
      score += weight * strength * (1 + weights.saturation);
      // A few words that the title has name the paper, however often others mention them.
      if (!sentence && match.title > 0) score += weight * (1 + weights.saturation);
      had += weight * Math.min(1, match.title + match.abstract + match.extras);
    }
    if (score > 0) ranked.push({ paper, share: Math.min(1, had / all), score });
  }
  ranked.sort(byScore);
  for (const [at, one] of ranked.entries()) {
    const { pairs, passage } =
      at < lookedAt
        ? closeness(units, told, one.paper, columns, weights)
        : { pairs: 0, passage: 0 };
    one.score = (one.score + pairs) * (1 - weights.passage + (weights.passage * passage) / all);
  }
  return ranked.sort(byScore);
}

/** Of equal ones the newer first: papers are numbered by date. */
function byScore(a: Ranked, b: Ranked): number {
  return b.score - a.score || b.paper - a.paper;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}
