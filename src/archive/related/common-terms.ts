import { precision, type TermVectors } from "../terms/term-vectors.ts";

/** The terms that most papers have: comparing papers by all of them would take most of the time. */
export interface CommonTerms {
  /** 1 for each common term. */
  isCommon: Uint8Array;
  /** At most the product of the lengths of two papers is what their common terms add to their score. */
  lengths: Float64Array;
  /** Makes a paper the one that `scoreWith` compares. */
  compare: (paper: number) => void;
  /** What common terms add to the score of a paper with another one. */
  scoreWith: (other: number) => number;
}

/** With a larger part of the squared weights, too few pairs of papers could be told by the other terms alone. */
const mostOfSquares = 0.13;
/** Fewer papers are compared in less time by all terms. */
const fewestPapers = 8000;
/** Scores of longer rows might not fit into 32 bits. They are always compared by all terms. */
const longestRow = 3.9 * precision;

/** Takes the most frequent terms, as many as have an eighth of the squared weights. */
export function commonTerms(vectors: TermVectors, weights: Uint16Array): CommonTerms {
  const { ids, keys, starts, terms } = vectors;
  const numbers = numbersOfCommon(vectors, weights);
  const ownStarts = new Uint32Array(ids.length + 1);
  const [ownTerms, ownWeights] = [[] as number[], [] as number[]];
  const lengths = new Float64Array(ids.length);
  for (let paper = 0; paper < ids.length; paper++) {
    let [all, common] = [0, 0];
    for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at++) {
      const [number = -1, weight = 0] = [numbers[terms[at] ?? 0], weights[at]];
      all += weight ** 2;
      if (number < 0) continue;
      common += weight ** 2;
      ownTerms.push(number);
      ownWeights.push(weight);
    }
    lengths[paper] =
      all > longestRow ** 2 ? Number.POSITIVE_INFINITY : Math.ceil(Math.sqrt(common));
    ownStarts[paper + 1] = ownTerms.length;
  }
  const [rowTerms, rowWeights] = [Uint32Array.from(ownTerms), Uint16Array.from(ownWeights)];
  const own = new Uint16Array(keys.length);
  let compared = 0;
  const put = (paper: number, isCompared: boolean) => {
    for (let at = ownStarts[paper] ?? 0; at < (ownStarts[paper + 1] ?? 0); at++) {
      own[rowTerms[at] ?? 0] = isCompared ? (rowWeights[at] ?? 0) : 0;
    }
  };
  return {
    isCommon: Uint8Array.from(numbers, (number) => (number < 0 ? 0 : 1)),
    lengths,
    compare: (paper) => {
      put(compared, false);
      put(paper, true);
      compared = paper;
    },
    scoreWith: (other) => {
      let score = 0;
      const end = ownStarts[other + 1] ?? 0;
      for (let at = ownStarts[other] ?? 0; at < end; at++) {
        score += (own[rowTerms[at] ?? 0] ?? 0) * (rowWeights[at] ?? 0);
      }
      return score;
    },
  };
}

/** Numbers the common terms; the others have -1. */
function numbersOfCommon({ ids, keys, terms }: TermVectors, weights: Uint16Array): Int32Array {
  const [papers, squares] = [new Uint32Array(keys.length), new Float64Array(keys.length)];
  for (let at = 0; at < terms.length; at++) {
    const [term, square] = [terms[at] ?? 0, (weights[at] ?? 0) ** 2];
    papers[term] = (papers[term] ?? 0) + 1;
    squares[term] = (squares[term] ?? 0) + square;
  }
  const frequent: number[] = [];
  for (let term = 0; term < keys.length; term++) {
    if ((papers[term] ?? 0) > ids.length / 100) frequent.push(term);
  }
  const byFrequency = frequent.sort((a, b) => (papers[b] ?? 0) - (papers[a] ?? 0) || a - b);
  // Each row has length 1, without the terms that are new.
  let rest = ids.length < fewestPapers ? 0 : mostOfSquares * ids.length * precision ** 2;
  const numbers = new Int32Array(keys.length).fill(-1);
  for (const [number, term] of byFrequency.entries()) {
    rest -= squares[term] ?? 0;
    if (rest < 0) break;
    numbers[term] = number;
  }
  return numbers;
}
