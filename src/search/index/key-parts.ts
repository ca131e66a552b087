import { smallArchive } from "../../archive/small-archive.ts";
import type { KeyIndex } from "./key-index.ts";
import { splitSteadily } from "./split-steadily.ts";

/** Consecutive keys that share a file: the index of the first one, and that after the last one. */
export interface KeyPart {
  first: number;
  end: number;
  /** Whether it is one frequent key, of which most searches only load how often papers have it. */
  isFrequent: boolean;
}

/** Occurrences and papers together from which a key is in a file of its own. Its positions then take about 5 kB. */
const frequentFrom = 5000;

/**
 * The occurrences and papers of a file: few, since a search loads a file for each of its words, but more in a
 * large archive, since hosts limit the number of files.
 */
function sizeFor(papers: number): number {
  if (papers <= smallArchive) return 2000;
  return papers <= 20_000 ? 3000 : 4000;
}

/** Files of recent papers are smaller, since a search also loads those of the settled ones. */
const recentShare = 0.5;

/**
 * Splits the keys of an archive with so many papers, or those of its recent papers. New occurrences of a key change its own part
 * and at most a few after it.
 */
export function keyParts(
  { keys, starts, papers }: KeyIndex,
  total: number,
  { isRecent = false } = {},
): KeyPart[] {
  const sizes = Float64Array.from(keys, (_, at) => {
    const [start, end] = [starts[at] ?? 0, starts[at + 1] ?? 0];
    let size = end - start;
    for (let place = start; place < end; place += 1) {
      if (place === start || papers[place] !== papers[place - 1]) size += 1;
    }
    return size;
  });
  const sizeOf = (at: number) => sizes[at] ?? 0;
  const size = sizeFor(total) * (isRecent ? recentShare : 1);
  const parts: KeyPart[] = [];
  let run: number[] = [];
  const endRun = () => {
    const nameOf = (at: number) => keys[at] ?? "";
    for (const part of splitSteadily(run, { size, nameOf, sizeOf })) {
      const [first = 0] = part;
      parts.push({ first, end: first + part.length, isFrequent: false });
    }
    run = [];
  };
  for (const at of keys.keys()) {
    if (sizeOf(at) < frequentFrom) run.push(at);
    else {
      endRun();
      parts.push({ first: at, end: at + 1, isFrequent: true });
    }
  }
  endRun();
  return parts;
}
