const day = 24 * 60 * 60 * 1000;

/** The ISO week of a day: `2025-12-29` is in `2026-W01`. */
export function weekOf(key: string): string {
  const thursday = thursdayOf(Date.parse(`${key}T00:00:00Z`));
  const year = new Date(thursday).getUTCFullYear();
  const yearKey = String(year).padStart(4, "0");
  const number = 1 + Math.floor((thursday - Date.parse(`${yearKey}-01-01T00:00:00Z`)) / (7 * day));
  return `${yearKey}-W${String(number).padStart(2, "0")}`;
}

/** The year and number of an ISO week: `2025-W46` as 2025 and 46. */
export function partsOfWeek(week: string): { year: number; number: number } {
  const [year = "", number = ""] = week.split("-W");
  return { year: Number(year), number: Number(number) };
}

/** The Monday and the Sunday of an ISO week. */
export function daysOfWeek(week: string): { first: string; last: string } {
  const { year, number } = partsOfWeek(week);
  // The 4th of January is always in the first week.
  const thursday = thursdayOf(Date.parse(`${String(year).padStart(4, "0")}-01-04T00:00:00Z`));
  const monday = thursday + ((number - 1) * 7 - 3) * day;
  return { first: keyOf(monday), last: keyOf(monday + 6 * day) };
}

/** The weeks of a month, each with its days from Monday to Sunday; undefined for days of other months. */
export function weeksOfMonth(
  month: string,
): { week: string; number: number; days: (string | undefined)[] }[] {
  const start = Date.parse(`${month}-01T00:00:00Z`);
  const monday = thursdayOf(start) - 3 * day;
  return Array.from({ length: 6 }, (_, index) => {
    const days = Array.from({ length: 7 }, (_day, at) => keyOf(monday + (7 * index + at) * day));
    const week = weekOf(days[0] ?? month);
    return {
      week,
      number: partsOfWeek(week).number,
      days: days.map((key) => (key.startsWith(month) ? key : undefined)),
    };
  }).filter(({ days }) => days.some((key) => key !== undefined));
}

/** The Thursday of the same week, whose year is that of the week. */
function thursdayOf(time: number): number {
  const weekday = (new Date(time).getUTCDay() + 6) % 7;
  return time + (3 - weekday) * day;
}

function keyOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
