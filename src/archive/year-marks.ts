import type { PaperEntry } from "../schemas/paper.ts";
import { archiveDate } from "./order.ts";
import { papersOnAPage } from "./paging.ts";

/** A year of a long list. */
export interface YearMark {
  /** Undefined for papers without a date. */
  year: string | undefined;
  count: number;
  /** The number of the page on which the year begins. */
  page: number;
}

/** The year under which a list shows a paper. */
export function yearOf(paper: PaperEntry): string | undefined {
  return archiveDate(paper)?.slice(0, 4);
}

/** The id of a year's heading in a list. */
export function yearId(year: string | undefined): string {
  return `year-${year ?? "none"}`;
}

/** The years of a list that is in the order of the archive, with the pages on which they begin, each of so many papers. */
export function yearMarks(papers: readonly PaperEntry[], size = papersOnAPage): YearMark[] {
  const counts = new Map<string | undefined, YearMark>();
  for (const [index, paper] of papers.entries()) {
    const year = yearOf(paper);
    const mark = counts.get(year);
    if (mark) mark.count += 1;
    else counts.set(year, { year, count: 1, page: 1 + Math.floor(index / size) });
  }
  return [...counts.values()];
}
