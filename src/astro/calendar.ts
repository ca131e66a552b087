import type { Day } from "../archive/archive.ts";
import type { CalendarWords, DayCount } from "../archive/charts/calendar.ts";
import type { ChartTexts } from "../archive/charts/markup.ts";
import { dates, to } from "./settings.ts";

export const calendarWords: CalendarWords = {
  day: dates.dayOfYear,
  month: dates.monthShort,
  href: to.day,
};

export function countOf({ key, listed, published }: Day): DayCount {
  return { key, count: listed.length + published.length };
}

/** What a year of the calendar says to those who do not see it. */
export function calendarTexts(year: string, days: readonly DayCount[]): ChartTexts {
  const fullest = days.reduce((most, day) => (day.count > most.count ? day : most), {
    key: `${year}-01-01`,
    count: 0,
  });
  const papers = fullest.count === 1 ? "paper" : "papers";
  return {
    id: `calendar-${year}`,
    title: `Days with papers in ${year}`,
    description:
      days.length === 1
        ? `One day has papers: ${dates.dayOfYear(fullest.key)}, ${fullest.count} ${papers}.`
        : `${days.length} days have papers, the most ${dates.dayOfYear(fullest.key)} with ${fullest.count} ${papers}.`,
  };
}
