import { localeOf } from "../i18n/languages.ts";
import { locale } from "../i18n/locale.ts";

/** Formats days as calendars and weeks write them. Keys are ISO dates. */
export interface CalendarDates {
  /** `2025-10-01` as "1 October". */
  dayAndMonth: (key: string) => string;
  /** `2025-10-01` as "Wednesday 1 October". */
  weekdayAndDay: (key: string) => string;
  /** `2025-10-01` as "Wed". */
  weekday: (key: string) => string;
  /** Two days as a range: "29 September – 5 October 2025". */
  span: (first: string, last: string) => string;
  /** Two days as a short range without years: "29 Sept – 5 Oct". */
  shortSpan: (first: string, last: string) => string;
}

/** Formats for a BCP 47 tag. They are apart from `dateFormats`, so that no script loads them. */
export function calendarFormats(tag: string): CalendarDates {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(localeOf(tag), { ...options, timeZone: "UTC" });
  const [days, weekdayDays, weekdays, spans, shortSpans] = [
    format({ day: "numeric", month: "long" }),
    format({ weekday: "long", day: "numeric", month: "long" }),
    format({ weekday: "short" }),
    format({ day: "numeric", month: "long", year: "numeric" }),
    format({ day: "numeric", month: "short" }),
  ];
  return {
    dayAndMonth: (key) => days.format(timeOf(key)),
    weekdayAndDay: (key) => weekdayDays.format(timeOf(key)),
    weekday: (key) => weekdays.format(timeOf(key)),
    span: (first, last) => spans.formatRange(timeOf(first), timeOf(last)),
    shortSpan: (first, last) => shortSpans.formatRange(timeOf(first), timeOf(last)),
  };
}

function timeOf(key: string): Date {
  return new Date(`${key}T00:00:00Z`);
}

/** Dates in the site's language. */
export const calendarDates = calendarFormats(locale);
