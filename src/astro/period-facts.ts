import { scaleOf } from "../archive/charts/calendar.ts";
import type { Period } from "../archive/periods.ts";
import { weekOf } from "../archive/weeks.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { archive } from "./archive.ts";
import { countOf } from "./calendar.ts";
import { fact, lookup } from "./traced.ts";

/** How many papers a period has, and how many were only published in it. */
export interface PeriodCounts {
  key: string;
  count: number;
  published: number;
}

/** The days of a month, a week or a year, and the weeks and months that it has, newest first. */
export interface PartsOfPeriod {
  days: PeriodCounts[];
  weeks: string[];
  months: PeriodCounts[];
}

function countsOf({ key, papers, published }: Period): PeriodCounts {
  return { key, count: papers.length, published: published.length };
}

/** Makes a function that finds the periods whose keys begin with a year or a month. */
export const partsOfPeriod = lookup("parts of a period", ["papers"], async () => {
  const { days, weeks, months } = await archive();
  return (beginning): PartsOfPeriod => {
    const isPart = ({ key }: Period) => key.startsWith(beginning);
    return {
      days: days.filter(isPart).map(countsOf),
      weeks: weeks.filter(isPart).map(({ key }) => key),
      months: months.filter(isPart).map(countsOf),
    };
  };
});

/** Makes a function that finds the days of a week, newest first. */
export const daysOfWeek = lookup("days of a week", ["papers"], async () => {
  const found = Map.groupBy((await archive()).days, ({ key }) => weekOf(key));
  return (week) => (found.get(week) ?? []).map(countsOf);
});

/** Makes a function that tells whether a week has a page. */
export const hasWeek = lookup("whether a week has a page", ["papers"], async () => {
  const weeks = new Set((await archive()).weeks.map(({ key }) => key));
  return (week) => weeks.has(week);
});

/** Makes a function that tells whether a month has a page. */
export const hasMonth = lookup("whether a month has a page", ["papers"], async () => {
  const months = new Set((await archive()).months.map(({ key }) => key));
  return (month) => months.has(month);
});

/** Whether any week has a page. */
export const hasWeeks = fact(
  "whether a week has a page at all",
  ["papers"],
  async () => (await archive()).weeks.length > 0,
);

/** The steps of shades for numbers of papers on a day, the same for all years. */
export const shadesOfDays = fact("shades of days", ["papers"], async () => {
  const { days } = await archive();
  return scaleOf(days.map(countOf)).steps;
});

/** A day that has the same month and day as another one. */
export interface SameDay {
  key: string;
  count: number;
  /** Its first papers. */
  first: PaperEntry[];
}

/** How many papers of each of these days are shown. */
const papersShown = 3;

/** Makes a function that finds the days with papers that have the same month and day as one, newest first. */
export const sameDayOfOtherYears = lookup("same day of other years", ["papers"], async () => {
  const days = (await archive()).days.filter(({ papers }) => papers.length > 0);
  const byDay = Map.groupBy(days, ({ key }) => key.slice(4));
  return (day): SameDay[] =>
    (byDay.get(day.slice(4)) ?? [])
      .filter(({ key }) => key !== day)
      .map(({ key, papers }) => ({
        key,
        count: papers.length,
        first: papers.slice(0, papersShown),
      }));
});
