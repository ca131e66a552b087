import type { TermVectors } from "../terms/term-vectors.ts";
import { commonTerms } from "./common-terms.ts";
import { addPacked, packBlock } from "./packed-postings.ts";
import { addToList, emptyLists, mostOnList, type TopLists } from "./top-lists.ts";

/** As many papers as have scores that stay in the processor's cache. */
const papersInBlock = 2 ** 14;

/**
 * The papers with the highest scores of each paper, of those with a score of at least `least`. Compares every two papers
 * once: first without the most common terms, and with them if both together might be enough for one of their lists.
 */
export function compareAll(vectors: TermVectors, weights: Uint16Array, least: number): TopLists {
  const { ids, keys, starts, terms } = vectors;
  const lists = emptyLists(ids.length);
  const { isCommon, lengths, compare, scoreWith } = commonTerms(vectors, weights);
  const hasCommon = isCommon.includes(1);
  // The score that another paper needs for the list of a paper.
  const needed = new Float64Array(ids.length).fill(least);
  const add = (paper: number, other: number, score: number) => {
    if (!addToList(lists, paper, other, score)) return;
    needed[paper] = Math.max(least, lists.scores[mostOnList * (paper + 1) - 1] ?? 0);
  };
  const scores = new Uint32Array(papersInBlock);
  for (let first = 0; first < ids.length; first += papersInBlock) {
    const last = Math.min(ids.length, first + papersInBlock);
    const block = packBlock(vectors, weights, { first, last, without: isCommon });
    // Papers of the block come into the lists of terms in their order, so each is compared with those before it.
    const ends = block.starts.slice(0, keys.length);
    for (let paper = first; paper < ids.length; paper++) {
      for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at++) {
        const term = terms[at] ?? 0;
        if (isCommon[term] === 1) continue;
        const [start = 0, end = 0] = [block.starts[term], ends[term]];
        if (paper < last) ends[term] = end + 1;
        addPacked(scores, weights[at] ?? 0, block.posts, start, end);
      }
      const before = Math.min(paper, last);
      const length = lengths[paper] ?? 0;
      compare(paper);
      for (let other = first; other < before; other++) {
        const score = scores[other - first] ?? 0;
        if (score === 0 && !hasCommon) continue;
        const most = score + length * (lengths[other] ?? 0);
        if (most < (needed[other] ?? 0) && most < (needed[paper] ?? 0)) continue;
        const whole = (score + scoreWith(other)) >>> 0;
        if (whole < least) continue;
        add(paper, other, whole);
        add(other, paper, whole);
      }
      scores.fill(0, 0, before - first);
    }
  }
  return lists;
}
