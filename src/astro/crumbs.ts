import { dates } from "../archive/dates.ts";
import { everyPage, paperLabels } from "../i18n/strings.ts";
import { to } from "./settings.ts";

/** A list on the way to a paper. */
export interface Crumb {
  name: string;
  href: string;
  isDay?: boolean;
}

/** The lists on the way to a paper of a day, a month or a year, or to one without a date. */
export function crumbsTo(date: string | undefined): Crumb[] {
  return [{ name: everyPage.byDate, href: to.years() }, ...listsOf(date)];
}

function listsOf(date: string | undefined): Crumb[] {
  if (date === undefined) return [{ name: paperLabels.undated, href: to.undated() }];
  const month = (day: string) => ({ name: dates.month(day), href: to.month(day.slice(0, 7)) });
  if (date.length === 10) {
    return [month(date), { name: dates.day(date), href: to.day(date), isDay: true }];
  }
  const year = { name: date.slice(0, 4), href: to.year(date.slice(0, 4)) };
  return [year, ...(date.length === 7 ? [month(date)] : [])];
}
