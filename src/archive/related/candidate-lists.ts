import type { TermVectors } from "../terms/term-vectors.ts";
import { bestPapers, type Scored } from "./best-papers.ts";
import { type CandidateSearch, candidateSearch, mostCandidates } from "./find-candidates.ts";
import { foundBy } from "./found-by.ts";
import { rowDigests } from "./row-digests.ts";

/** The candidates of every paper, by the papers' numbers in the order of ids. */
export interface CandidateLists {
  ids: readonly string[];
  /** A digest of each paper's row. */
  rows: readonly string[];
  lists: readonly Uint32Array[];
}

/** Candidates, and what they were. */
export interface RenewedLists extends CandidateLists {
  /**
   * The former candidates of each paper, if its row and theirs are what they were: the same list if nothing has
   * changed.
   */
  before: readonly (Uint32Array | undefined)[];
}

/**
 * The candidates of all papers. From former lists of an archive of mostly the same papers, it takes the time of
 * those that have changed, and returns what it returns without them: whether a paper is among another one's candidates
 * depends on scores of two rows each.
 */
export function candidateLists(vectors: TermVectors, former?: CandidateLists): RenewedLists {
  const { ids } = vectors;
  const rows = rowDigests(vectors);
  const search = candidateSearch(vectors);
  const kept = former ? stillTrue(ids, rows, former) : undefined;
  const changed = ids.flatMap((_, paper) => (kept?.isSame(paper) ? [] : [paper]));
  if (!kept || changed.length > ids.length / 3) {
    const lists = ids.map((_, paper) => numbersOf(search.of(paper)));
    return { ids, rows, lists, before: [] };
  }
  const gained = newcomers(vectors, search, changed, kept.lists);
  const lists = kept.lists.map((list, paper) => {
    const more = gained.get(paper);
    if (list && !more) return list;
    return numbersOf(
      list && more ? best(search.scores(paper, [...list, ...more])) : search.of(paper),
    );
  });
  return { ids, rows, lists, before: kept.lists };
}

interface StillTrue {
  /** Whether a paper has the row that it had. */
  isSame: (paper: number) => boolean;
  /** The former list of a paper if it and all on the list have the rows that they had. */
  lists: (Uint32Array | undefined)[];
}

function stillTrue(
  ids: readonly string[],
  rows: readonly string[],
  former: CandidateLists,
): StillTrue {
  const formerly = new Map(former.ids.map((id, paper) => [id, paper]));
  // The former numbers of papers, and the numbers that those have now.
  const before = new Int32Array(ids.length).fill(-1);
  const now = new Int32Array(former.ids.length).fill(-1);
  for (const [paper, id] of ids.entries()) {
    const was = formerly.get(id);
    if (was === undefined || former.rows[was] !== rows[paper]) continue;
    before[paper] = was;
    now[was] = paper;
  }
  const isSame = (paper: number) => (before[paper] ?? -1) >= 0;
  const lists = ids.map((_, paper) => {
    const list = isSame(paper) ? former.lists[before[paper] ?? 0] : undefined;
    if (!list?.every((other) => (now[other] ?? -1) >= 0)) return undefined;
    return list.map((other) => now[other] ?? 0);
  });
  return { isSame, lists };
}

/** For the papers with a former list, those of the changed papers that belong on it. */
function newcomers(
  vectors: TermVectors,
  search: CandidateSearch,
  changed: readonly number[],
  lists: readonly (Uint32Array | undefined)[],
): Map<number, number[]> {
  const gained = new Map<number, number[]>();
  const least = new Map<number, number>();
  const leastOf = (paper: number, list: Uint32Array) => {
    if (list.length < mostCandidates) return 0;
    const known = least.get(paper);
    if (known !== undefined) return known;
    const score = search.scores(paper, list).reduce((a, b) => Math.min(a, b.score), Infinity);
    least.set(paper, score);
    return score;
  };
  const finders = foundBy(vectors, search, changed, (paper) => lists[paper] !== undefined);
  for (const newcomer of changed) {
    for (const { paper, score } of finders(newcomer)) {
      const list = lists[paper];
      // Of equal scores, the order of ids decides, when all are compared.
      if (!list || score < leastOf(paper, list)) continue;
      const known = gained.get(paper);
      if (known) known.push(newcomer);
      else gained.set(paper, [newcomer]);
    }
  }
  return gained;
}

function best(scored: readonly Scored[]): Scored[] {
  const papers = bestPapers(mostCandidates);
  for (const { paper, score } of scored) if (score > 0) papers.add(paper, score);
  return papers.take();
}

function numbersOf(papers: readonly Scored[]): Uint32Array {
  return Uint32Array.from(papers, ({ paper }) => paper);
}
