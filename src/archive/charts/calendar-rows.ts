import {
  type CalendarWords,
  calendarWeeks,
  calendarYear,
  type DayCount,
  scaleOf,
  weekCounts,
} from "./calendar.ts";
import type { ChartTexts } from "./markup.ts";
import { shadeScale } from "./shades.ts";

/** One year of the calendar: by day with links, or by week if days would take too much space. */
export interface CalendarRow {
  year: string;
  by: "day" | "week";
  svg: string;
}

/** The size limit of a page's calendar and the largest size of a strip of weeks, in bytes. */
const room = 38_500;
const stripSize = 1_000;

/**
 * The years of a calendar, newest first. Recent years show their days until the page reaches its size
 * limit; older years show their weeks. Days of all years have one scale, and so have weeks. This keeps the page of a thirty-year archive small.
 */
export function calendarRows(
  days: readonly DayCount[],
  words: CalendarWords,
  textsOf: (year: string, days: DayCount[]) => ChartTexts,
): CalendarRow[] {
  const years = [...Map.groupBy(days, ({ key }) => key.slice(0, 4))].sort(([a], [b]) =>
    a < b ? 1 : -1,
  );
  const scale = scaleOf(days);
  const weekScale = shadeScale(
    years.flatMap(([, found]) => weekCounts(found).map(({ count }) => count)),
  );
  let left = room;
  let full = false;
  return years.map(([year, found], index) => {
    const texts = textsOf(year, found);
    const byDay = calendarYear(found, words, texts, scale);
    const forOthers = (years.length - index - 1) * stripSize;
    if (!full && byDay.length + forOthers <= left) {
      left -= byDay.length;
      return { year, by: "day", svg: byDay };
    }
    // After the first year by week, all older years are by week: rows of one kind are comparable.
    full = true;
    const svg = calendarWeeks(found, texts, weekScale);
    left -= svg.length;
    return { year, by: "week", svg };
  });
}
