import type { TermVectors } from "../terms/term-vectors.ts";
import { bestPapers, type Scored } from "./best-papers.ts";
import { invert, partOf, toInteger } from "./postings.ts";

/** How many papers are compared with a paper by all of their terms. */
export const mostCandidates = 128;

/**
 * How many entries of the inverted index are read for a paper. Most entries are those of frequent terms, which
 * tell little, so the time for a paper hardly grows with the archive although it has terms that each tenth paper
 * has. `npm run related:evaluate` measures what is missed.
 */
function mostPostings(base: number): number {
  return Math.round(Math.max(20_000, 20 * base ** 0.75));
}

/** Finds the papers that are worth comparing with a paper. */
export interface CandidateSearch {
  /**
   * The papers that have most in common with one by the chosen terms, in no order. Whether one paper is better
   * than another depends on these two and the base of the weights alone, not on the papers between them.
   */
  of: (paper: number) => Scored[];
  /** What the chosen terms of a paper have in common with each of some others. */
  scores: (paper: number, others: Iterable<number>) => Scored[];
  /** The chosen terms of a paper, as places in its row. */
  chosen: (paper: number) => number[];
}

/** Chooses candidates among the papers of an archive. */
export function candidateSearch(vectors: TermVectors): CandidateSearch {
  const { ids, starts, terms, weights } = vectors;
  const index = invert(vectors);
  const choose = termChooser(vectors);
  const scores = new Uint32Array(ids.length);
  const touched = new Uint32Array(ids.length);
  const best = bestPapers(mostCandidates);
  const own = new Uint16Array(vectors.keys.length);
  return {
    chosen: choose,
    scores: (paper, others) => {
      const places = choose(paper);
      for (const at of places) own[terms[at] ?? 0] = toInteger(weights[at] ?? 0);
      const scored = Array.from(others, (other): Scored => {
        let score = 0;
        for (let at = starts[other] ?? 0; at < (starts[other + 1] ?? 0); at++) {
          const weight = own[terms[at] ?? 0] ?? 0;
          if (weight > 0) score += partOf(weight, toInteger(weights[at] ?? 0));
        }
        return { paper: other, score };
      });
      for (const at of places) own[terms[at] ?? 0] = 0;
      return scored;
    },
    of: (paper) => {
      let count = 0;
      for (const at of choose(paper)) {
        const term = terms[at] ?? 0;
        const weight = toInteger(weights[at] ?? 0);
        const end = index.starts[term + 1] ?? 0;
        for (let post = index.starts[term] ?? 0; post < end; post++) {
          const other = index.papers[post] ?? 0;
          const score = scores[other] ?? 0;
          if (score === 0) {
            touched[count] = other;
            count += 1;
          }
          scores[other] = score + partOf(weight, index.weights[post] ?? 0);
        }
      }
      scores[paper] = 0;
      for (let at = 0; at < count; at++) {
        const other = touched[at] ?? 0;
        const score = scores[other] ?? 0;
        scores[other] = 0;
        if (score > 0) best.add(other, score);
      }
      return best.take();
    },
  };
}

/**
 * Chooses terms of a paper to look for others by, as places in its row: those of the greatest weight for the
 * number of papers that have them, as many as the postings allow.
 */
function termChooser({ starts, terms, weights, frequencies, base }: TermVectors) {
  const most = mostPostings(base);
  return (paper: number): number[] => {
    const places: { at: number; value: number; papers: number }[] = [];
    for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at++) {
      const papers = Math.max(2, frequencies[terms[at] ?? 0] ?? 0);
      const weight = weights[at] ?? 0;
      if (toInteger(weight) > 0)
        places.push({ at, value: (weight * weight) / Math.sqrt(papers), papers });
    }
    places.sort((a, b) => b.value - a.value || a.at - b.at);
    let left = most;
    return places.flatMap(({ at, papers }) => {
      if (papers > left) return [];
      left -= papers;
      return [at];
    });
  };
}
