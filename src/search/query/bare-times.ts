import { defined } from "../../schemas/defined.ts";
import type { TimeRange } from "./parse-time.ts";

/** Words of a query that name a year, a month or a day: the first one's index, and how many. */
export interface BareTime {
  first: number;
  count: number;
  range: TimeRange;
}

/**
 * Finds the times that are written as words: `2024`, `2021-2023`, `2024-03`, `March 2024`,
 * `5 März 2024`, `Mar 5, 2024`. Only a time that `hasPapers` counts: other numbers are words.
 */
export function bareTimes(
  words: readonly string[],
  hasPapers: (range: TimeRange) => boolean,
): BareTime[] {
  const found: BareTime[] = [];
  let first = 0;
  while (first < words.length) {
    const time = timeAt(words, first, hasPapers);
    if (time) found.push(time);
    first += time?.count ?? 1;
  }
  return found;
}

/** The words of the longest date: day, month and year. */
const mostWords = 3;

function timeAt(
  words: readonly string[],
  first: number,
  hasPapers: (range: TimeRange) => boolean,
): BareTime | undefined {
  for (let count = Math.min(mostWords, words.length - first); count > 0; count -= 1) {
    const range = readTime(words.slice(first, first + count).map(withoutMarks));
    if (range && hasPapers(range)) return { first, count, range };
  }
  return undefined;
}

/** Without commas, brackets and the dot of an abbreviated month. */
function withoutMarks(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "").toLowerCase();
}

function readTime(words: readonly string[]): TimeRange | undefined {
  const [only = ""] = words;
  if (words.length === 1) return readNumbers(only);
  const month = words.flatMap((word) => monthOf(word) ?? []);
  const years = words.filter((word) => yearPattern.test(word));
  const days = words.filter((word) => /^(?:[12]?\d|3[01])(?:st|nd|rd|th)?$/.test(word));
  const isDate =
    month.length === 1 && years.length === 1 && years.length + days.length + 1 === words.length;
  // The year comes first or last: "March 2024 5" is no date.
  if (!isDate || (words.length === 3 && years[0] === words[1])) return undefined;
  const day =
    days[0] === undefined ? "" : `-${String(Number.parseInt(days[0], 10)).padStart(2, "0")}`;
  return sameDay(`${years[0]}-${month[0]}${day}`);
}

function readNumbers(word: string): TimeRange | undefined {
  if (yearPattern.test(word)) return sameDay(word);
  const [, from, to] = /^(\d{4})[-–](\d{4})$/.exec(word) ?? [];
  if (from !== undefined && to !== undefined) {
    return yearPattern.test(from) && yearPattern.test(to) && from < to
      ? defined({ from, to })
      : undefined;
  }
  return /^(?:1[5-9]|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/.test(word)
    ? sameDay(word)
    : undefined;
}

const yearPattern = /^(?:1[5-9]|20)\d\d$/;

function sameDay(date: string): TimeRange {
  return { from: date, to: date };
}

/** The number of a month by its English or German name, or an abbreviation of it: `03`. */
function monthOf(word: string): string | undefined {
  const at = months.findIndex((names) =>
    names.some((name) => name === word || (word.length > 2 && shortForms(name).includes(word))),
  );
  return at < 0 ? undefined : String(at + 1).padStart(2, "0");
}

function shortForms(name: string): string[] {
  return [name.slice(0, 3), name.slice(0, 4)];
}

const months: readonly (readonly string[])[] = Array.from({ length: 12 }, (_, month) =>
  ["en", "de"].map((language) =>
    new Date(Date.UTC(2001, month, 15))
      .toLocaleString(language, { month: "long", timeZone: "UTC" })
      .toLowerCase(),
  ),
);
