import type { TimeRange } from "../query/parse-time.ts";

/**
 * Whether a date is within a range. If only the year is known, the whole year must be within it.
 */
export function isWithin(date: string | undefined, { from = "", to = "9999" }: TimeRange): boolean {
  if (date === undefined) return false;
  const [first, last] = [date + "-01-01".slice(date.length - 4), lastDayOf(date)];
  return first >= from && last.slice(0, to.length) <= to;
}

/** The last day of a day, month or year. */
function lastDayOf(date: string): string {
  if (date.length !== 7) return date + "-12-31".slice(date.length - 4);
  const day = new Date(`${date}-01T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() + 1, 0);
  return day.toISOString().slice(0, 10);
}
