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

/** The minimum confidences that `curveOf` shows. */
export const curveThresholds = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const;

/** The same texts with only the formulas of at least this confidence. */
export const surerThan = (judged: readonly Judged[], threshold: number): Judged[] =>
  judged.map((one) => {
    const spans = one.restoration.spans.filter(({ confidence }) => confidence >= threshold);
    return { ...one, restoration: { ...one.restoration, spans } };
  });

/** How each set fares if formulas need more or less confidence. The texts need those of the lowest one. */
export function curveOf(judged: readonly Judged[]): string {
  const sets = [...new Set(judged.map(({ record }) => record.set))].sort();
  const rows = sets.flatMap((set) => {
    const own = judged.filter(({ record }) => record.set === set);
    return curveThresholds.map((threshold): readonly [string, Tally] => {
      const tally = emptyTally();
      for (const { truth, restoration } of surerThan(own, threshold))
        addTo(tally, truth, restoration);
      return [`${set} ${threshold}`, tally];
    });
  });
  return tableOf(rows);
}
