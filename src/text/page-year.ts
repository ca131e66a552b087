import { isoDate, type PrintedDate } from "./dates.ts";

// In the Gregorian calendar, at most eight years pass between two leap days (1896 to 1904).
const longestWait = 9;

/** The page's year, and whether every date fits it. */
export interface PageYear {
  year: number;
  fits: boolean;
}

/**
 * The year of a page that prints none: the first one later than every year written out in which
 * each date without a year exists and is not after the page's own day. Sites leave out the
 * year only while it is the current one, hence "later". Undefined when no year is written out.
 */
export function inferPageYear(dates: PrintedDate[], pageDay?: PrintedDate): PageYear | undefined {
  const written = dates.flatMap(({ year }) => (year === undefined ? [] : [year]));
  if (written.length === 0) return undefined;
  const bare = dates.filter(({ year }) => year === undefined);
  const first = written.reduce((latest, year) => Math.max(latest, year)) + 1;
  const years = Array.from({ length: longestWait }, (_, index) => first + index);
  const exists = (year: number) =>
    [...bare, ...(pageDay ? [pageDay] : [])].every((date) => isoDate({ ...date, year }));
  const inOrder = !pageDay || bare.every((date) => monthDay(date) <= monthDay(pageDay));
  const year = years.find(exists);
  return { year: year ?? first, fits: year !== undefined && inOrder };
}

function monthDay({ month, day }: PrintedDate): number {
  return month * 100 + day;
}
