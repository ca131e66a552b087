import { searchQuery } from "../../i18n/strings.ts";
import { defined } from "../../schemas/defined.ts";

/** A range of time; an open end is absent. Each end is a day, a month or a year: `2021-05`. */
export interface TimeRange {
  from?: string;
  to?: string;
}

type TimeOperator = "year" | "month" | "date";

/** Parses `2021`, `2021-05`, `2021-05-13`, or two of them around `..`; otherwise says what to write. */
export function parseTime(text: string, operator: TimeOperator): TimeRange | string {
  if (text === "") return searchQuery.missingTime(operator);
  // Many people type a hyphen between two years.
  const [first = "", second, ...more] = text
    .replace(/^(\d{4})[-–](\d{4})$/, "$1..$2")
    .split(/\.{2,}|…/);
  const wrong = [first, second ?? ""].find((date) => date !== "" && !isDate(date));
  if (wrong !== undefined || more.length > 0) return invalidTime(wrong ?? text, operator);
  if (second === undefined) return { from: first, to: first };
  if (first === "" && second === "") return searchQuery.emptyRange(text);
  if (first !== "" && second !== "" && first.slice(0, second.length) > second) {
    return searchQuery.reversedRange(text, `${second}..${first}`);
  }
  return defined({ from: first || undefined, to: second || undefined });
}

const datePattern = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;

function invalidTime(text: string, operator: TimeOperator): string {
  const [, , month, day] = datePattern.exec(text) ?? [];
  return searchQuery.invalidTime(text, day ? "date" : month ? "month" : operator);
}

function isDate(text: string): boolean {
  const [, year, month = "01", day = "01"] = datePattern.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // A day that the month does not have would overflow into the next month.
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}
