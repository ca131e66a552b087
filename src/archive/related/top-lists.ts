/** How many papers are on the list of a paper. */
export const mostOnList = 5;

/** For each paper, by number, those with the highest scores. */
export interface TopLists {
  /** The papers on the list of paper `i` begin at `mostOnList * i`, best first. */
  papers: Uint32Array;
  /** Their scores, 0 after the last of a list. */
  scores: Uint32Array;
}

/** Lists for a number of papers, all empty. */
export function emptyLists(count: number): TopLists {
  return {
    papers: new Uint32Array(mostOnList * count),
    scores: new Uint32Array(mostOnList * count),
  };
}

/**
 * Puts another paper on the list of a paper if it belongs there, of equal scores the one with the lower number, and says
 * whether it does. So it makes no difference in which order the others come.
 */
export function addToList(
  { papers, scores }: TopLists,
  paper: number,
  other: number,
  score: number,
): boolean {
  const start = mostOnList * paper;
  let at = start + mostOnList - 1;
  if (!isBefore(score, other, scores[at] ?? 0, papers[at] ?? 0)) return false;
  for (; at > start; at--) {
    const [above, own] = [papers[at - 1] ?? 0, scores[at - 1] ?? 0];
    if (!isBefore(score, other, own, above)) break;
    papers[at] = above;
    scores[at] = own;
  }
  papers[at] = other;
  scores[at] = score;
  return true;
}

function isBefore(score: number, paper: number, other: number, otherPaper: number): boolean {
  return score > other || (score === other && score > 0 && paper < otherPaper);
}

/** The papers on the list of a paper, best first. */
export function listOf({ papers, scores }: TopLists, paper: number): number[] {
  const list: number[] = [];
  for (let at = mostOnList * paper; at < mostOnList * (paper + 1); at++) {
    if ((scores[at] ?? 0) > 0) list.push(papers[at] ?? 0);
  }
  return list;
}
