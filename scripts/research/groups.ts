import type { Restoration } from "../../src/math/restore/restore.ts";
import { addTo, emptyTally, type Tally, tableOf } from "../math/measure.ts";
import type { MathRecord } from "../math/records.ts";
import type { Truth } from "../math/truth.ts";

/** A text with its true formulas and those that the restorer found. */
export interface Judged {
  readonly record: MathRecord;
  readonly truth: Truth;
  readonly restoration: Restoration;
}

const keysOf: Readonly<Record<string, (record: MathRecord) => string>> = {
  set: ({ set }) => set,
  area: ({ set, area }) => (area === "" ? "" : `${set} ${area}`),
  era: ({ set, era }) => (era === "" ? "" : `${set} era ${era}`),
};

/** The table of results by set, and below it by area and era if the data has them. */
export function report(judged: readonly Judged[]): string {
  const parts = Object.values(keysOf).map((keyOf) => {
    const tallies = new Map<string, Tally>();
    for (const { record, truth, restoration } of judged) {
      const key = keyOf(record);
      if (key === "") continue;
      const tally = tallies.get(key) ?? emptyTally();
      tallies.set(key, tally);
      addTo(tally, truth, restoration);
    }
    return [...tallies].sort(([a], [b]) => (a < b ? -1 : 1));
  });
  return parts
    .filter((rows) => rows.length > 0)
    .map(tableOf)
    .join("\n\n");
}
