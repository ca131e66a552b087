/** A span of days; an open end is absent. Days are whole or begin a year or month: `2021`, `2021-05`. */
export interface TimeSpan {
  from?: string;
  to?: string;
}

type TimeName = "year" | "month" | "date";

const how = "Write year:2021, year:2021..2024, year:2021.. or month:2024-05.";

/** Reads `2021`, `2021-05`, `2021-05-13`, or two of them around `..`; else says what to write. */
export function parseTime(text: string, name: TimeName): TimeSpan | string {
  if (text === "") return `After “${name}:” a ${name} is missing. ${how}`;
  // A hyphen between two years is what many people type.
  const [first = "", second, ...more] = text
    .replace(/^(\d{4})[-–](\d{4})$/, "$1..$2")
    .split(/\.{2,}|…/);
  const wrong = [first, second ?? ""].find((point) => point !== "" && !isPoint(point));
  if (wrong !== undefined || more.length > 0) return notInCalendar(wrong ?? text, name);
  if (second === undefined) return { from: first, to: first };
  if (first === "" && second === "") return `“${text}” names no year. ${how}`;
  if (first !== "" && second !== "" && first.slice(0, second.length) > second) {
    return `“${text}” ends before it begins. Write ${second}..${first}.`;
  }
  return { ...(first === "" ? {} : { from: first }), ...(second === "" ? {} : { to: second }) };
}

const point = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;

function notInCalendar(text: string, name: TimeName): string {
  const [, , month, day] = point.exec(text) ?? [];
  const what = day ? "day of the calendar" : month ? "month of the calendar" : name;
  return `“${text}” is no ${what}. ${how}`;
}

function isPoint(text: string): boolean {
  const [, year, month = "01", day = "01"] = point.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // A day that the month does not have would run over into the next.
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}
