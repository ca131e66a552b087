import { type TermVectors, topicOfKey } from "../terms/term-vectors.ts";

/** A related paper, and the terms that both share. */
export interface Related {
  id: string;
  /** The cosine of the two papers' vectors, 0 to 1. */
  score: number;
  /** Shared words and word pairs by key, with their share of the score, largest first. */
  shared: SharedTerm[];
}

/** A term that two papers share, in display form. */
export interface SharedTerm {
  key: string;
  part: number;
}

const most = 5;
// Below these thresholds, two papers share a word or a topic, but not a subject.
const leastScore = 0.1;
const leastOfWords = 0.03;

/**
 * The most similar papers of each paper, best first: at most five, all with a word in common. Uses an
 * inverted index, so a paper is compared only with papers that share a term.
 */
export function relatedPapers(vectors: TermVectors): Map<string, Related[]> {
  const { ids, starts, terms, weights } = vectors;
  const index = invert(vectors);
  const scores = new Float64Array(ids.length);
  const found = new Map<string, Related[]>();
  for (const [paper, id] of ids.entries()) {
    const touched: number[] = [];
    for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at++) {
      const term = terms[at] ?? 0;
      const weight = weights[at] ?? 0;
      for (let post = index.starts[term] ?? 0; post < (index.starts[term + 1] ?? 0); post++) {
        const other = index.papers[post] ?? 0;
        const score = scores[other] ?? 0;
        if (score === 0) touched.push(other);
        scores[other] = score + weight * (index.weights[post] ?? 0);
      }
    }
    const related = nearestOf(touched, scores, paper).map((other) => ({
      id: ids[other] ?? "",
      score: scores[other] ?? 0,
      shared: sharedTerms(vectors, paper, other),
    }));
    found.set(
      id,
      related.filter(({ shared }) => sumOf(shared) >= leastOfWords),
    );
    for (const other of touched) scores[other] = 0;
  }
  return found;
}

/** The five best; ties are ordered by id, which is the order of the numbers. */
function nearestOf(touched: readonly number[], scores: Float64Array, self: number): number[] {
  const best: number[] = [];
  const isBetter = (a: number, b: number) => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0);
    return difference > 0 || (difference === 0 && a < b);
  };
  for (const paper of touched) {
    if (paper === self || (scores[paper] ?? 0) < leastScore) continue;
    const last = best.at(-1);
    if (best.length === most && last !== undefined && !isBetter(paper, last)) continue;
    let place = best.length;
    while (place > 0 && isBetter(paper, best[place - 1] ?? 0)) place--;
    best.splice(place, 0, paper);
    best.length = Math.min(best.length, most);
  }
  return best;
}

interface Postings {
  starts: Uint32Array;
  papers: Uint32Array;
  weights: Float64Array;
}

/** The inverted index: for each term, the papers that have it. */
function invert({ ids, keys, starts, terms, weights }: TermVectors): Postings {
  const ends = new Uint32Array(keys.length + 1);
  for (const term of terms) ends[term + 1] = (ends[term + 1] ?? 0) + 1;
  for (let term = 0; term < keys.length; term++) {
    ends[term + 1] = (ends[term + 1] ?? 0) + (ends[term] ?? 0);
  }
  const next = ends.slice();
  const index = {
    starts: ends,
    papers: new Uint32Array(terms.length),
    weights: new Float64Array(terms.length),
  };
  for (let paper = 0; paper < ids.length; paper++) {
    for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at++) {
      const term = terms[at] ?? 0;
      const post = next[term] ?? 0;
      next[term] = post + 1;
      index.papers[post] = paper;
      index.weights[post] = weights[at] ?? 0;
    }
  }
  return index;
}

function sharedTerms(
  { keys, starts, terms, weights }: TermVectors,
  paper: number,
  other: number,
): SharedTerm[] {
  const own = new Map<number, number>();
  for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at++) {
    own.set(terms[at] ?? 0, weights[at] ?? 0);
  }
  const shared: SharedTerm[] = [];
  for (let at = starts[other] ?? 0; at < (starts[other + 1] ?? 0); at++) {
    const term = terms[at] ?? 0;
    const weight = own.get(term);
    const key = keys[term] ?? "";
    if (weight === undefined || topicOfKey(key) !== undefined) continue;
    shared.push({ key, part: weight * (weights[at] ?? 0) });
  }
  return shared.sort((a, b) => b.part - a.part || (a.key < b.key ? -1 : 1));
}

function sumOf(shared: readonly SharedTerm[]): number {
  return shared.reduce((sum, { part }) => sum + part, 0);
}
