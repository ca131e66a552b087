import type { PaperEntry } from "../schemas/paper.ts";
import { archiveDate } from "./order.ts";

/** A day, week, month or year. Each paper is among the `papers` of at most one day, week, month and year. */
export interface Period {
  /** `2025-11-13`, `2025-W46`, `2025-11` or `2025`. */
  key: string;
  /** The papers whose date in the archive is in this period. */
  papers: PaperEntry[];
  /** Papers that were published in this period and have their date in another. */
  published: PaperEntry[];
  /** Papers that a source listed again in this period, neither dated nor published in it. */
  again: PaperEntry[];
}

/**
 * Groups papers by periods, newest first. `keyOf` finds the period of a date, which may be a month or a
 * year only; undefined where such a date does not say the period.
 */
export function periodsOf(
  papers: readonly PaperEntry[],
  keyOf: (date: string) => string | undefined,
): Period[] {
  const periods = new Map<string, Period>();
  const period = (key: string) => {
    const known = periods.get(key) ?? { key, papers: [], published: [], again: [] };
    periods.set(key, known);
    return known;
  };
  for (const paper of papers) {
    const [own, published] = [archiveDate(paper), paper.published ?? paper.publishedIn].map(
      (date) => (date === undefined ? undefined : keyOf(date)),
    );
    if (own !== undefined) period(own).papers.push(paper);
    if (published !== undefined && published !== own) period(published).published.push(paper);
    for (const key of new Set(paper.listed.map(keyOf))) {
      if (key !== undefined && key !== own && key !== published) period(key).again.push(paper);
    }
  }
  return [...periods.values()].sort((a, b) => (a.key < b.key ? 1 : -1));
}

/** All papers of a period, in the order of its page. */
export function allOf({ papers, published, again }: Period): PaperEntry[] {
  return [...papers, ...again, ...published];
}

/** The key of a date that is at least this long: 10 characters for a day, 7 for a month, 4 for a year. */
export function beginning(length: number): (date: string) => string | undefined {
  return (date) => (date.length < length ? undefined : date.slice(0, length));
}
