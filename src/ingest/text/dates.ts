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

/** Reads `Jul 7`, `Nov 14, 2023`, and a count behind either (`Jul 11, 2024 4`). */
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

/** `2025-10-01`, or undefined where the calendar has no such day. */
export function isoDate({ year, month, day }: Required<PrintedDate>): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}
