import type { PaperEntry } from "../schemas/paper.ts";
import type { Archive } from "./archive.ts";
import { archiveDate } from "./order.ts";

/** A paper among the papers of its day, or of its month or year if its day is not known. */
export interface PaperPlace {
  /** The day, month or year of the paper in the archive; undefined without one. */
  date: string | undefined;
  /** From 1. */
  position: number;
  of: number;
  before: PaperEntry | undefined;
  after: PaperEntry | undefined;
}

/** The place of each paper, by id. The order is that of the page of the day. */
export function paperPlaces({
  papers,
  days,
}: Pick<Archive, "papers" | "days">): Map<string, PaperPlace> {
  const byDay = new Map(days.map((day) => [day.key, day.papers]));
  const groups = Map.groupBy(papers, archiveDate);
  return new Map(
    [...groups].flatMap(([date, found]) => {
      const inOrder = byDay.get(date ?? "") ?? found;
      return inOrder.map((paper, index): [string, PaperPlace] => [
        paper.id,
        {
          date,
          position: index + 1,
          of: inOrder.length,
          before: inOrder[index - 1],
          after: inOrder[index + 1],
        },
      ]);
    }),
  );
}
