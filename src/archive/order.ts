import type { PaperEntry } from "../schemas/paper.ts";

/** The dates of a paper. */
export interface DatedPaper {
  published?: string | undefined;
  publishedIn?: string | undefined;
  listed: readonly string[];
}

/**
 * The date of a paper in the archive: the day on which a source first listed it, or else its publication,
 * as a day, month or year. Days, weeks, months, years and the order of lists go by it.
 */
export function archiveDate({ published, publishedIn, listed }: DatedPaper): string | undefined {
  return listed[0] ?? published ?? publishedIn;
}

/**
 * The date of a paper's publication, as a day, month or year, or the first listing of a paper that has
 * none. Search, exports and charts of years go by it.
 */
export function placeInTime({ published, publishedIn, listed }: DatedPaper): string | undefined {
  return published ?? publishedIn ?? listed[0];
}

/**
 * Newest first by what a citation says of the publication, undated papers last; then by title and id. An
 * archive made of an export has this order again, though nobody knows when its papers were listed.
 */
export function byCitedDate(a: PaperEntry, b: PaperEntry): number {
  return byPublication({ ...a, listed: [] }, { ...b, listed: [] });
}

/**
 * Newest first by the date in the archive, then by publication. What no source listed and has the same date, such as
 * a year alone, is in the order in which the owner added it, the last first.
 */
export function byDate(a: PaperEntry, b: PaperEntry): number {
  return (
    compare(archiveDate(b) ?? "", archiveDate(a) ?? "") ||
    compare(placeInTime(b) ?? "", placeInTime(a) ?? "") ||
    compare(dayOfAdding(b), dayOfAdding(a)) ||
    byPublication(a, b)
  );
}

function dayOfAdding({ listed, added }: PaperEntry): string {
  return listed.length > 0 ? "" : (added ?? "");
}

/** Newest first by publication, undated papers by their listing; then by title and id. */
export function byPublication(a: PaperEntry, b: PaperEntry): number {
  return (
    compare(placeInTime(b) ?? "", placeInTime(a) ?? "") ||
    compare(a.titleText, b.titleText) ||
    compare(a.id, b.id)
  );
}

// By code unit, because the order must not depend on the machine's locale.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
