import type { DatedId } from "../../workspace/partitions/partitions.ts";

const key = Symbol.for("offprint.paper-dates");

/** Says when the papers of this build were published, for what divides the finished site into parts. */
export function notePaperDates(papers: readonly DatedId[]): void {
  Reflect.set(globalThis, key, papers);
}

/** When the papers of this build were published; none before pages have read the entries. */
export function paperDates(): readonly DatedId[] {
  // Pages and integrations are in different bundles, so they would not share a module's variable.
  return Reflect.get(globalThis, key) ?? [];
}
