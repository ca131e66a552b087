import { type CalendarWords, calendarWeeks, calendarYear, type DayCount } from "./calendar.ts";
import type { ChartTexts } from "./markup.ts";

/** A year of the calendar: its days as links, or its weeks where they would be too many. */
export interface CalendarRow {
  year: string;
  by: "day" | "week";
  svg: string;
}

/** Bytes that the calendar of a page may take, and what a strip of weeks takes at most. */
const room = 38_500;
const stripSize = 1_000;

/**
 * The years of a calendar, the newest first. The newest show their days as far as the page has room
 * for them, so that thirty years of papers do not make it heavy; every year shows its weeks at least.
 */
export function calendarRows(
  days: readonly DayCount[],
  words: CalendarWords,
  textsOf: (year: string, days: DayCount[]) => ChartTexts,
): CalendarRow[] {
  const years = [...Map.groupBy(days, ({ key }) => key.slice(0, 4))].sort(([a], [b]) =>
    a < b ? 1 : -1,
  );
  let left = room;
  let full = false;
  return years.map(([year, found], index) => {
    const texts = textsOf(year, found);
    const byDay = calendarYear(found, words, texts, { named: index === 0 });
    const forOthers = (years.length - index - 1) * stripSize;
    if (!full && byDay.length + forOthers <= left) {
      left -= byDay.length;
      return { year, by: "day", svg: byDay };
    }
    // Once a year has no room, older ones show weeks, too: the eye compares rows of one kind.
    full = true;
    const svg = calendarWeeks(found, texts);
    left -= svg.length;
    return { year, by: "week", svg };
  });
}
