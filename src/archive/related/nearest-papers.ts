import { precision, type TermVectors } from "../terms/term-vectors.ts";
import { compareAll } from "./compare-all.ts";
import { integersOf, invert, type Postings } from "./postings.ts";
import { rowHashes } from "./row-hashes.ts";
import { addToList, emptyLists, mostOnList, type TopLists } from "./top-lists.ts";

/** The nearest papers of every paper, by the papers' numbers in the order of ids. */
export interface NearestPapers {
  ids: readonly string[];
  /** Two hashes of each paper's row of terms and weights. */
  rows: Uint32Array;
  lists: TopLists;
}

/** Nearest papers, and what they were. */
export interface RenewedPapers extends NearestPapers {
  /** Whether a paper, the papers on its list, and all of their rows are what they were. */
  isKept: (paper: number) => boolean;
}

/** Below this cosine, two papers share a word or a topic, but not a subject. */
const leastScore = 0.1;
const least = Math.ceil(leastScore * precision ** 2);

/**
 * The nearest papers of all papers by the cosines of their vectors: exactly, since a paper is compared with every other
 * one that shares a term with it. From former lists of an archive of mostly the same papers it takes the time of those that
 * have changed, and returns what it returns without them.
 */
export function nearestPapers(vectors: TermVectors, former?: NearestPapers): RenewedPapers {
  const { ids } = vectors;
  const made = { ids, rows: rowHashes(vectors) };
  const weights = integersOf(vectors);
  const kept = former && stillTrue(made, former);
  // A paper that is compared with all others takes twice the time, because each pair is compared once otherwise.
  if (!kept || 2 * kept.open.length > ids.length) {
    return { ...made, lists: compareAll(vectors, weights, least), isKept: () => false };
  }
  const { lists, open, isOpen, isSame } = kept;
  const scoresOf = comparison(vectors, weights, open);
  for (const paper of open) {
    const scores = scoresOf(paper);
    for (let other = 0; other < ids.length; other++) {
      const score = scores[other] ?? 0;
      if (score < least || other === paper) continue;
      addToList(lists, paper, other, score);
      // A paper with its former row is on the lists of others, if it belongs there.
      if (isOpen[other] === 1 || isSame[paper] === 1) continue;
      if (addToList(lists, other, paper, score)) kept.isNew[other] = 1;
    }
  }
  return { ...made, lists, isKept: (paper) => isOpen[paper] !== 1 && kept.isNew[paper] !== 1 };
}

interface StillTrue {
  /** The former lists of all papers but those that are open. */
  lists: TopLists;
  /** The papers that have another row, or on whose lists is one that has another row or is gone. */
  open: number[];
  isOpen: Uint8Array;
  /** Whether a paper has its former row. */
  isSame: Uint8Array;
  /** Whether the list of a paper has changed; of none so far. */
  isNew: Uint8Array;
}

function stillTrue(
  { ids, rows }: Pick<NearestPapers, "ids" | "rows">,
  former: NearestPapers,
): StillTrue {
  const formerly = new Map(former.ids.map((id, paper) => [id, paper]));
  // The former numbers of papers, and the numbers that those have now.
  const before = new Int32Array(ids.length).fill(-1);
  const now = new Int32Array(former.ids.length).fill(-1);
  for (const [paper, id] of ids.entries()) {
    const was = formerly.get(id);
    if (was === undefined || !isSameRow(rows, paper, former.rows, was)) continue;
    before[paper] = was;
    now[was] = paper;
  }
  const lists = emptyLists(ids.length);
  const isOpen = new Uint8Array(ids.length);
  for (const [paper, was] of before.entries()) {
    isOpen[paper] = was < 0 ? 1 : 0;
    for (let place = 0; place < mostOnList && isOpen[paper] === 0; place++) {
      const score = former.lists.scores[mostOnList * was + place] ?? 0;
      const other = now[former.lists.papers[mostOnList * was + place] ?? 0] ?? -1;
      if (score > 0 && other < 0) isOpen[paper] = 1;
      if (score === 0 || other < 0) continue;
      lists.papers[mostOnList * paper + place] = other;
      lists.scores[mostOnList * paper + place] = score;
    }
    if (isOpen[paper] === 1) {
      lists.scores.fill(0, mostOnList * paper, mostOnList * (paper + 1));
      lists.papers.fill(0, mostOnList * paper, mostOnList * (paper + 1));
    }
  }
  const open = ids.flatMap((_, paper) => (isOpen[paper] === 1 ? [paper] : []));
  const isSame = Uint8Array.from(before, (was) => (was < 0 ? 0 : 1));
  return { lists, open, isOpen, isSame, isNew: new Uint8Array(ids.length) };
}

function isSameRow(rows: Uint32Array, paper: number, former: Uint32Array, was: number): boolean {
  return rows[2 * paper] === former[2 * was] && rows[2 * paper + 1] === former[2 * was + 1];
}

/** Compares each of some papers with all. The scores are overwritten by the next comparison. */
function comparison(vectors: TermVectors, weights: Uint16Array, papers: readonly number[]) {
  const index = invert(vectors, weights, termsOf(vectors, papers));
  const scores = new Uint32Array(vectors.ids.length);
  return (paper: number): Uint32Array => {
    scores.fill(0);
    for (let at = vectors.starts[paper] ?? 0; at < (vectors.starts[paper + 1] ?? 0); at++) {
      const term = vectors.terms[at] ?? 0;
      const [start = 0, end = 0] = [index.starts[term], index.starts[term + 1]];
      addScores(scores, weights[at] ?? 0, index, start, end);
    }
    return scores;
  };
}

/** 1 for each term that one of these papers has. */
function termsOf({ keys, starts, terms }: TermVectors, papers: readonly number[]): Uint8Array {
  const isWanted = new Uint8Array(keys.length);
  for (const paper of papers) {
    for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at++) {
      isWanted[terms[at] ?? 0] = 1;
    }
  }
  return isWanted;
}

function addScores(
  scores: Uint32Array,
  weight: number,
  { papers, weights }: Postings,
  start: number,
  end: number,
): void {
  for (let post = start; post < end; post++) {
    const other = papers[post] ?? 0;
    scores[other] = (scores[other] ?? 0) + weight * (weights[post] ?? 0);
  }
}
