import type { PaperEntry } from "../../schemas/paper.ts";
import { realDay } from "../../text/dates.ts";
import { buildArchive } from "../archive.ts";
import { mostDiscussed } from "../discussed.ts";
import type { WholePaper } from "../export-archive.ts";
import { datedItems } from "../feeds/dates.ts";

/** Which papers a mail has. */
export interface DigestChoice {
  /** The first day. */
  from: string;
  /** The day after the last one. */
  until: string;
  /** Only papers of one of these topics, unless there are none. */
  topics: readonly string[];
  /** Only the papers that were discussed most, at most this many. */
  mostDiscussed?: number | undefined;
}

/** A paper with its abstract, and the day on which the archive got it. */
export interface DigestPaper extends WholePaper {
  day: string;
}

/** The papers that the archive got on these days, the newest first or the most discussed first. */
export function choosePapers(papers: readonly WholePaper[], choice: DigestChoice): DigestPaper[] {
  const abstracts = new Map(papers.map(({ entry, abstract }) => [entry.id, abstract]));
  const found = datedItems(buildArchive(papers.map(({ entry }) => entry)))
    .map(({ paper, dates }) => ({ paper, day: dates.published.toISOString().slice(0, 10) }))
    .filter(({ paper, day }) => isIn(day, choice) && isAbout(paper, choice));
  const days = new Map(found.map(({ paper, day }) => [paper, day]));
  const chosen =
    choice.mostDiscussed === undefined
      ? [...days.keys()]
      : mostDiscussed([...days.keys()]).slice(0, choice.mostDiscussed);
  return chosen.map((entry) => ({
    entry,
    abstract: abstracts.get(entry.id) ?? "",
    day: days.get(entry) ?? "",
  }));
}

function isIn(day: string, { from, until }: DigestChoice): boolean {
  return day >= from && day < until;
}

function isAbout({ topics }: PaperEntry, { topics: wanted }: DigestChoice): boolean {
  return wanted.length === 0 || topics.some(({ id }) => wanted.includes(id));
}

const day = 24 * 60 * 60 * 1000;

/** Whether a text is a day of the calendar, such as `2025-11-13`. */
export function isDay(text: string): boolean {
  return realDay(text) === text;
}

/**
 * The days that `--since` means on a day: `7d` the seven days before it, and a day all from then on. The
 * day itself is left out, because it may yet get papers, and those come with the next mail. Undefined for
 * anything else.
 */
export function daysSince(
  since: string,
  today: string,
): Pick<DigestChoice, "from" | "until"> | undefined {
  const count = /^(\d{1,4})d$/.exec(since)?.[1];
  if (count !== undefined && Number(count) > 0) {
    const from = new Date(Date.parse(today) - Number(count) * day).toISOString().slice(0, 10);
    return { from, until: today };
  }
  return isDay(since) ? { from: since, until: today } : undefined;
}
