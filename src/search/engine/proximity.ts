import type { Columns } from "../index/columns.ts";
import type { MatchedTerm } from "./postings.ts";

/** How close together a paper has the terms of a query. */
export interface Proximity {
  /** The total information of the pairs of terms that occur side by side. */
  pairs: number;
  /** The information of the terms in the title together with the best passage of the abstract. */
  passage: number;
}

/** The weights of pairs of terms; part of the ranking's weights. */
export interface ProximityWeights {
  /** Two terms that are neighbours in the query and, in the same order, in the paper. */
  adjacent: number;
  /** Two terms that are side by side in the paper only. */
  nearby: number;
}

/** A term of the query at a position of a paper. */
interface Occurrence {
  position: number;
  /** The index of the term in the query. */
  term: number;
  weight: number;
}

/** Side by side: at most two words between. */
const maxGap = 3;
/** About half a sentence, in positions: authors describe what is new in one passage. */
const passageLength = 16;

/** Measures how close together a paper has the terms. `idfs` has the information of each term. */
export function proximity(
  terms: readonly MatchedTerm[],
  idfs: readonly number[],
  paper: number,
  { titleEnd, bodyEnd }: Pick<Columns, "titleEnd" | "bodyEnd">,
  weights: ProximityWeights,
): Proximity {
  const end = bodyEnd[paper] ?? 0;
  const occurrences: Occurrence[] = [];
  // A word so frequent that its positions are not loaded counts as near everything.
  let everywhere = 0;
  for (const [term, { papers }] of terms.entries()) {
    const match = papers.get(paper);
    if (match?.positions.length === 0) everywhere += idfs[term] ?? 0;
    for (const [at, position] of (match?.positions ?? []).entries()) {
      if (position < end) occurrences.push({ position, term, weight: match?.weights[at] ?? 1 });
    }
  }
  occurrences.sort((a, b) => a.position - b.position);
  return {
    pairs: scorePairs(occurrences, idfs, weights),
    passage: everywhere + scorePassage(occurrences, idfs, titleEnd[paper] ?? 0),
  };
}

/** Each pair of terms counts once, wherever it occurs. */
function scorePairs(
  occurrences: readonly Occurrence[],
  idfs: readonly number[],
  weights: ProximityWeights,
): number {
  const seen = new Set<number>();
  let sum = 0;
  for (const [index, one] of occurrences.entries()) {
    for (let next = index + 1; next < occurrences.length; next += 1) {
      const other = occurrences[next];
      if (!other || other.position - one.position > maxGap) break;
      const step = other.term - one.term;
      if (other.position === one.position || step === 0 || step === -1) continue;
      const pair = Math.min(one.term, other.term) * idfs.length + Math.max(one.term, other.term);
      if (seen.has(pair)) continue;
      seen.add(pair);
      // The geometric mean, because a rare word next to a common one says little.
      const information = Math.sqrt((idfs[one.term] ?? 0) * (idfs[other.term] ?? 0));
      sum += information * (step === 1 ? weights.adjacent : weights.nearby);
    }
  }
  return sum;
}

function scorePassage(
  occurrences: readonly Occurrence[],
  idfs: readonly number[],
  titleEnd: number,
): number {
  const inTitle = new Float64Array(idfs.length);
  const body: Occurrence[] = [];
  for (const occurrence of occurrences) {
    const { position, term, weight } = occurrence;
    if (position >= titleEnd) body.push(occurrence);
    else inTitle[term] = Math.max(inTitle[term] ?? 0, weight);
  }
  const title = inTitle.reduce((sum, weight, term) => sum + weight * (idfs[term] ?? 0), 0);
  let best = title;
  const had = new Float64Array(idfs.length);
  for (const [index, first] of body.entries()) {
    had.set(inTitle);
    let sum = title;
    for (let next = index; next < body.length; next += 1) {
      const occurrence = body[next];
      if (!occurrence || occurrence.position - first.position >= passageLength) break;
      const gain = occurrence.weight - (had[occurrence.term] ?? 0);
      if (gain <= 0) continue;
      had[occurrence.term] = occurrence.weight;
      sum += gain * (idfs[occurrence.term] ?? 0);
    }
    best = Math.max(best, sum);
  }
  return best;
}
