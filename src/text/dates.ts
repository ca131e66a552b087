import { monthNamed } from "./month-names.ts";

/** A day as a page prints it: the year may be missing. */
export interface PrintedDate {
  year?: number;
  month: number;
  day: number;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthNames =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const printed = new RegExp(
  String.raw`^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?(${monthNames})\.?\s+(\d{1,2})(?:(?:\s*,\s*|\s+)(\d{4}))?(?:\s+(\d{1,6}))?$`,
  "i",
);

/** Reads `Jul 7` and `Nov 14, 2023`, also followed by a count (`Jul 11, 2024 4`). */
export function parsePrintedDate(text: string): { date: PrintedDate; count?: number } | undefined {
  const match = printed.exec(text);
  if (!match?.[1] || !match[2]) return undefined;
  const date: PrintedDate = {
    month: months.indexOf(match[1].slice(0, 3).toLowerCase()) + 1,
    day: Number(match[2]),
  };
  if (match[3]) date.year = Number(match[3]);
  // A leap year, so that 29 February without a year passes until its year is known.
  if (!isoDate({ year: 2000, ...date })) return undefined;
  return match[4] ? { date, count: Number(match[4]) } : { date };
}

/** `2025-10-01`, or undefined if there is no such day. */
export function isoDate({ year, month, day }: Required<PrintedDate>): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}

const longDay = new Intl.DateTimeFormat("en", { month: "long", day: "numeric", timeZone: "UTC" });

/** A day without its year, for messages: `November 13`. */
export function monthDay({ month, day }: Pick<PrintedDate, "month" | "day">): string {
  return longDay.format(Date.UTC(2000, month - 1, day));
}

/**
 * The day that a text begins with, `2025-10-01` or `2025-10-01T17:34:15Z`, if there is such a day.
 */
export function realDay(text: string | undefined): string | undefined {
  const match = /^\s*(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(text ?? "");
  if (!match) return undefined;
  return isoDate({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) });
}

/** The day in a file's name, `…2025-11-13…` or `…20251113…`. */
export function dayInName(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const full = /(?<!\d)((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)/.exec(name);
  return full ? realDay(full.slice(1, 4).join("-")) : undefined;
}

/** When a paper was published: a day, or only a year or month if the source has no more. */
export interface Publication {
  published?: string;
  publishedIn?: string;
}

/** Reads a date given as year, month and day. Parts that do not exist are left out. */
export function publication(
  year: string | number | undefined,
  month?: string | number,
  day?: string | number,
): Publication {
  const [y, m, d] = [Number(year), monthNumber(month), Number(day)];
  if (!Number.isInteger(y) || y < 1000 || y > 2999) return {};
  if (m === undefined) return { publishedIn: String(y) };
  const whole = Number.isInteger(d) ? isoDate({ year: y, month: m, day: d }) : undefined;
  return whole ? { published: whole } : { publishedIn: `${y}-${String(m).padStart(2, "0")}` };
}

function monthNumber(month: string | number | undefined): number | undefined {
  const text = String(month ?? "").trim();
  const number = /^\d{1,2}$/.test(text) ? Number(text) : monthNamed(text);
  return number !== undefined && number >= 1 && number <= 12 ? number : undefined;
}
