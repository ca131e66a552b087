/** The best of many papers. */
export interface BestPapers {
  /** Takes each paper once, by its number. */
  add: (paper: number, score: number) => void;
  /** The best papers in no order. Begins again. */
  take: () => Scored[];
}

/** A paper by its number. */
export interface Scored {
  paper: number;
  score: number;
}

/** Keeps those with the highest scores, and of equal ones those with the lower numbers. */
export function bestPapers(most: number): BestPapers {
  // A heap with the worst paper at its root.
  const papers = new Uint32Array(most);
  const scores = new Float64Array(most);
  let size = 0;
  const put = (at: number, paper: number, score: number) => {
    papers[at] = paper;
    scores[at] = score;
  };
  /** Whether the paper at a place is worse than one with this score. */
  const isWorse = (at: number, paper: number, score: number) => {
    const own = scores[at] ?? 0;
    return own < score || (own === score && (papers[at] ?? 0) > paper);
  };
  const rise = (paper: number, score: number) => {
    let at = size;
    size += 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (isWorse(above, paper, score)) break;
      put(at, papers[above] ?? 0, scores[above] ?? 0);
      at = above;
    }
    put(at, paper, score);
  };
  const sink = (paper: number, score: number) => {
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= size) break;
      const next = below + 1;
      if (next < size && isWorse(next, papers[below] ?? 0, scores[below] ?? 0)) below = next;
      if (!isWorse(below, paper, score)) break;
      put(at, papers[below] ?? 0, scores[below] ?? 0);
      at = below;
    }
    put(at, paper, score);
  };
  return {
    add: (paper, score) => {
      if (size < most) rise(paper, score);
      else if (isWorse(0, paper, score)) sink(paper, score);
    },
    take: () => {
      const taken = Array.from({ length: size }, (_, at) => ({
        paper: papers[at] ?? 0,
        score: scores[at] ?? 0,
      }));
      size = 0;
      return taken;
    },
  };
}

/** Best first; of equal ones, the one with the lower number. */
export function bestFirst(a: Scored, b: Scored): number {
  return b.score - a.score || a.paper - b.paper;
}
