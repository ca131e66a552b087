import type { PaperEntry } from "../../schemas/paper.ts";
import type { Archive } from "../archive.ts";
import { allOf } from "../periods.ts";
import { type FeedDates, oldest } from "./feed.ts";

/** What a paper's date in feeds depends on. */
type Dated = Pick<PaperEntry, "published" | "publishedIn" | "listed" | "added">;

/** A paper with its dates in feeds. */
export interface DatedItem {
  paper: PaperEntry;
  dates: FeedDates;
}

/**
 * The papers with their dates in feeds, newest first. The date is the day on which a source listed the
 * paper or the owner added it, because readers of feeds do not show what is older than their last visit,
 * and papers are often listed weeks after their publication. The papers of a day have different times,
 * in the order of the day's page: validators and readers expect no two items to be equally old.
 */
export function datedItems({ papers, days }: Pick<Archive, "papers" | "days">): DatedItem[] {
  const places = new Map(
    days.flatMap((day) => allOf(day).map(({ id }, place) => [`${day.key} ${id}`, place] as const)),
  );
  const dated = papers.map((paper, index) => {
    const days = daysOf(paper);
    return { paper, index, days, place: places.get(`${days.last} ${paper.id}`) ?? papers.length };
  });
  const ofDay = new Map<string, number>();
  return dated
    .sort((a, b) => compare(b.days.last, a.days.last) || a.place - b.place || a.index - b.index)
    .map(({ paper, days: { first, last } }) => {
      const place = ofDay.get(last) ?? 0;
      ofDay.set(last, place + 1);
      return { paper, dates: { published: timeOf(first, place), updated: timeOf(last, place) } };
    });
}

/** The days on which the archive got a paper, and on which a source last listed it. */
function daysOf({ published, publishedIn, listed, added }: Dated): { first: string; last: string } {
  const other = added ?? published ?? publishedIn ?? "";
  return { first: dayOf(listed[0] ?? other), last: dayOf(listed.at(-1) ?? other) };
}

/** The first day of a date that is a month or a year, and the oldest day of an unknown date. */
function dayOf(date: string): string {
  const day = date + "0000-01-01".slice(date.length);
  if (day < oldestDay) return oldestDay;
  return day;
}

const oldestDay = oldest.toISOString().slice(0, 10);
const hour = 3_600_000;
const step = 100;

/** In the first hour of the day, so that no time is in the future. The first of a day is the newest. */
function timeOf(day: string, place: number): Date {
  return new Date(Date.parse(day) + Math.max(0, hour - step * (place + 1)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
