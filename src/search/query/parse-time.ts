/** A span of days; an open end is absent. Days are whole or begin a year or month: `2021`, `2021-05`. */
export interface TimeSpan {
  from?: string;
  to?: string;
}

const how = "Write year:2021, year:2021..2024, year:2021.. or month:2024-05.";

/** Reads `2021`, `2021-05`, `2021-05-13`, or two of them around `..`; else says what to write. */
export function parseTime(text: string): TimeSpan | string {
  if (text === "") return `After “year:” a year is missing. ${how}`;
  // A hyphen between two years is what many people type.
  const [first = "", second, ...more] = text
    .replace(/^(\d{4})[-–](\d{4})$/, "$1..$2")
    .split(/\.{2,}|…/);
  const wrong = [first, second ?? ""].find((point) => point !== "" && !isPoint(point));
  if (wrong !== undefined || more.length > 0) return `“${wrong ?? text}” is no year. ${how}`;
  if (second === undefined) return { from: first, to: first };
  if (first === "" && second === "") return `“${text}” names no year. ${how}`;
  if (first !== "" && second !== "" && first.slice(0, second.length) > second) {
    return `“${text}” ends before it begins. Write ${second}..${first}.`;
  }
  return { ...(first === "" ? {} : { from: first }), ...(second === "" ? {} : { to: second }) };
}

function isPoint(text: string): boolean {
  const [, , month = "01", day = "01"] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  return /^\d{4}(-\d\d){0,2}$/.test(text) && between(month, 12) && between(day, 31);
}

function between(digits: string, most: number): boolean {
  return Number(digits) >= 1 && Number(digits) <= most;
}
