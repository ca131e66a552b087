import type { CalendarWords, DayCount } from "../archive/charts/calendar.ts";
import type { ChartTexts } from "../archive/charts/markup.ts";
import { dates } from "../archive/dates.ts";
import type { Period } from "../archive/periods.ts";
import { number } from "../i18n/format.ts";
import { calendar } from "../i18n/strings.ts";
import { to } from "./settings.ts";

/** How the calendar writes and links its days. */
export const calendarWords: CalendarWords = {
  day: dates.dayOfYear,
  papers: (count) => (count > 0 ? number(count) : calendar.elsewhere),
  month: dates.monthShort,
  href: to.day,
};

/** How many papers have their date in a period. */
export function countOf({ key, papers }: Period): DayCount {
  return { key, count: papers.length };
}

/** The accessible title and description of a year of the calendar. */
export function calendarTexts(year: string, all: readonly DayCount[]): ChartTexts {
  const days = all.filter(({ count }) => count > 0);
  const fullest = days.reduce((most, day) => (day.count > most.count ? day : most), {
    key: `${year}-01-01`,
    count: 0,
  });
  const busiest = dates.dayOfYear(fullest.key);
  return {
    id: `calendar-${year}`,
    title: calendar.title(year),
    description:
      days.length === 0
        ? calendar.noDay
        : days.length === 1
          ? calendar.oneDay(busiest, fullest.count)
          : calendar.manyDays(days.length, busiest, fullest.count),
  };
}
