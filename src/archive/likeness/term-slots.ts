import { fnv1a } from "../../text/fnv1a.ts";

/** A number for each term, all below a size. */
export interface TermSlots {
  size: number;
  slots: Map<string, number>;
}

/**
 * Numbers terms. The numbers depend on the terms alone, whatever their order, and one more term or less moves hardly any
 * other, because each has the slot of its hash or the next one that is free. Only if there are twice as many, all move.
 */
export function termSlots(terms: Iterable<string>): TermSlots {
  const hashed = Array.from(terms, (term) => ({ term, hash: hashOf(term) }));
  // With three of four slots free, terms seldom meet.
  const size = 4 * 2 ** Math.ceil(Math.log2(Math.max(16, hashed.length)));
  hashed.sort((a, b) => a.hash - b.hash || (a.term < b.term ? -1 : 1));
  let last = -1;
  const numbers = hashed.map(({ hash }) => {
    last = Math.max(last + 1, Math.floor((hash / 2 ** 32) * size));
    return last;
  });
  // Those that would be after the last slot are before it.
  let least = size;
  for (let at = numbers.length - 1; at >= 0; at--) {
    least = Math.min(least - 1, numbers[at] ?? 0);
    numbers[at] = least;
  }
  return { size, slots: new Map(hashed.map(({ term }, at) => [term, numbers[at] ?? 0])) };
}

/** Spread over all 32 bits: the first bits of the hash of short texts are much alike. */
function hashOf(term: string): number {
  const hash = Math.imul(fnv1a(term), 0x9e3779b1);
  return (hash ^ (hash >>> 15)) >>> 0;
}
