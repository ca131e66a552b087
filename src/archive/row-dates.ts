import { paperLabels } from "../i18n/strings.ts";
import type { DateFormats } from "./dates.ts";

/** A date of a row: for machines, and in words. */
export interface RowDate {
  key: string;
  text: string;
}

/**
 * The dates of a paper in a list: the day on which a source first listed it, and the date of its publication
 * where that is another. `period` is the day, month or year that the page names, so that rows need not name it,
 * nor its year.
 */
export function rowDates(
  { listed, published }: { listed: readonly string[]; published: string | undefined },
  dates: Pick<DateFormats, "short" | "dayOfYear">,
  period?: string,
): RowDate[] {
  const day = listed.find((one) => one === period) ?? listed[0];
  const shown: RowDate[] = [];
  if (day !== undefined && day !== period) {
    const isOfPage = period !== undefined && day.startsWith(period);
    shown.push({ key: day, text: isOfPage ? dates.dayOfYear(day) : dates.short(day) });
  }
  if (published !== undefined && published !== day && published !== period) {
    // The year is that of the date before it, or of the page.
    const inSameYear = published.length === 10 && published.slice(0, 4) === day?.slice(0, 4);
    const text = inSameYear ? dates.dayOfYear(published) : dates.short(published);
    shown.push({ key: published, text: paperLabels.publishedOn(text) });
  }
  return shown;
}
