import type { Remembered } from "../memory.ts";
import type { ComparedTexts } from "./near-duplicates.ts";

/** The last comparisons are remembered, and no others. */
const last = "last";

/**
 * Compares texts, which have these digests, two by two. What was compared before is not compared again. `finish`
 * remembers what was asked for.
 */
export function rememberedComparisons(
  digests: readonly string[],
  memory: Remembered<ComparedTexts>,
  compare: (first: number, second: number) => number,
): { similarityOf: (first: number, second: number) => number; finish: () => void } {
  const known = memory.get(last);
  const placeOf = new Map(known?.texts.map((digest, place) => [digest, place]));
  const count = known?.texts.length ?? 0;
  const similarities = new Map<number, number>();
  const before = known?.pairs ?? [];
  for (let at = 0; at + 2 < before.length; at += 3) {
    similarities.set((before[at] ?? 0) * count + (before[at + 1] ?? 0), before[at + 2] ?? 0);
  }
  const pairs: number[] = [];
  return {
    similarityOf: (first, second) => {
      const [one, other] = [placeOf.get(digests[first] ?? ""), placeOf.get(digests[second] ?? "")];
      const isKnown = one !== undefined && other !== undefined;
      const old = isKnown ? similarities.get(one * count + other) : undefined;
      const similarity = old ?? compare(first, second);
      pairs.push(first, second, similarity);
      return similarity;
    },
    finish: () => memory.set(last, { texts: [...digests], pairs }),
  };
}

/** Keeps the last comparisons, for an ingest to which a text is added. */
export function keepComparisons(memory: Remembered<ComparedTexts>): void {
  memory.has(last);
}
