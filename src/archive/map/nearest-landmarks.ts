import { bestFirst, bestPapers, type Scored } from "../related/best-papers.ts";
import { integersOf } from "../related/postings.ts";
import type { TermVectors } from "../terms/term-vectors.ts";

/** Finds the landmarks that a paper is most like, of the first ones, by their places in the order of landmarks. Best first. */
export type NearestLandmarks = (paper: number, first: number) => Scored[];

/** Compares papers with landmarks, given by the numbers of their rows, by the terms that they share. */
export function nearestLandmarks(
  vectors: TermVectors,
  landmarks: ArrayLike<number>,
  most: number,
): NearestLandmarks {
  const { starts, terms } = vectors;
  const weights = integersOf(vectors);
  const index = indexOf(vectors, weights, landmarks);
  const scores = new Uint32Array(landmarks.length);
  const best = bestPapers(most);
  return (paper, first) => {
    for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at++) {
      const [term, weight] = [terms[at] ?? 0, weights[at] ?? 0];
      const end = index.starts[term + 1] ?? 0;
      for (let post = index.starts[term] ?? 0; post < end; post++) {
        const landmark = index.landmarks[post] ?? 0;
        if (landmark >= first) break;
        scores[landmark] = (scores[landmark] ?? 0) + weight * (index.weights[post] ?? 0);
      }
    }
    for (let landmark = 0; landmark < first; landmark++) {
      const score = scores[landmark] ?? 0;
      if (score === 0) continue;
      best.add(landmark, score);
      scores[landmark] = 0;
    }
    return best.take().sort(bestFirst);
  };
}

/** For each term, the landmarks that have it, in their order: those from `starts[term]` to `starts[term + 1]`. */
interface LandmarksOfTerms {
  starts: Uint32Array;
  landmarks: Uint16Array;
  weights: Uint16Array;
}

function indexOf(
  { keys, starts, terms }: TermVectors,
  weights: Uint16Array,
  landmarks: ArrayLike<number>,
): LandmarksOfTerms {
  const next = new Uint32Array(keys.length + 1);
  const forEachTerm = (visit: (term: number, landmark: number, at: number) => void) => {
    for (let landmark = 0; landmark < landmarks.length; landmark++) {
      const paper = landmarks[landmark] ?? 0;
      const end = starts[paper + 1] ?? 0;
      for (let at = starts[paper] ?? 0; at < end; at++) visit(terms[at] ?? 0, landmark, at);
    }
  };
  forEachTerm((term) => {
    next[term + 1] = (next[term + 1] ?? 0) + 1;
  });
  for (let term = 0; term < keys.length; term++) {
    next[term + 1] = (next[term + 1] ?? 0) + (next[term] ?? 0);
  }
  const size = next[keys.length] ?? 0;
  const index = {
    starts: next.slice(),
    landmarks: new Uint16Array(size),
    weights: new Uint16Array(size),
  };
  forEachTerm((term, landmark, at) => {
    const post = next[term] ?? 0;
    next[term] = post + 1;
    index.landmarks[post] = landmark;
    index.weights[post] = weights[at] ?? 0;
  });
  return index;
}
