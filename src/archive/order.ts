import type { PaperEntry } from "../schemas/paper.ts";

/** Newest first by publication, undated papers by their listing; then by title and id. */
export function byPublication(a: PaperEntry, b: PaperEntry): number {
  return (
    compare(b.published ?? b.listed[0] ?? "", a.published ?? a.listed[0] ?? "") ||
    compare(a.titleText, b.titleText) ||
    compare(a.id, b.id)
  );
}

// By code unit, so that every machine sorts alike.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
