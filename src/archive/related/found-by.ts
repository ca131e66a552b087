import type { TermVectors } from "../terms/term-vectors.ts";
import type { Scored } from "./best-papers.ts";
import type { CandidateSearch } from "./find-candidates.ts";
import { partOf, toInteger } from "./postings.ts";

/**
 * Tells which of some papers would look at a paper, and with which score: the search the other way round. It is made
 * for a few papers, whose terms alone are looked up.
 */
export function foundBy(
  { ids, keys, starts, terms, weights }: TermVectors,
  search: CandidateSearch,
  papers: readonly number[],
  isAsked: (paper: number) => boolean,
): (paper: number) => Scored[] {
  const isWanted = new Uint8Array(keys.length);
  for (const paper of papers) {
    for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at++) {
      isWanted[terms[at] ?? 0] = 1;
    }
  }
  const seekers = new Map<number, Scored[]>();
  for (let paper = 0; paper < ids.length; paper++) {
    if (!isAsked(paper)) continue;
    for (const at of search.chosen(paper)) {
      const term = terms[at] ?? 0;
      if (isWanted[term] !== 1) continue;
      const seeker = { paper, score: toInteger(weights[at] ?? 0) };
      const known = seekers.get(term);
      if (known) known.push(seeker);
      else seekers.set(term, [seeker]);
    }
  }
  const scores = new Uint32Array(ids.length);
  return (newcomer) => {
    const found: number[] = [];
    for (let at = starts[newcomer] ?? 0; at < (starts[newcomer + 1] ?? 0); at++) {
      const weight = toInteger(weights[at] ?? 0);
      for (const { paper, score } of seekers.get(terms[at] ?? 0) ?? []) {
        if (scores[paper] === 0) found.push(paper);
        scores[paper] = (scores[paper] ?? 0) + partOf(score, weight);
      }
    }
    return found.map((paper) => {
      const score = scores[paper] ?? 0;
      scores[paper] = 0;
      return { paper, score };
    });
  };
}
