import { utcMonday, utcYear } from "d3-time";
import { type ChartTexts, escapeText, openChart } from "./markup.ts";
import { shadeOf } from "./shades.ts";

/** A day with papers. */
export interface DayCount {
  /** `2025-11-13`. */
  key: string;
  count: number;
}

/** The words of a calendar, in the language of the site. */
export interface CalendarWords {
  /** A day without its year: "13 Nov". */
  day: (key: string) => string;
  /** `2025-11` in one to four letters. */
  month: (key: string) => string;
  href: (key: string) => string;
}

const labels = 2;

/**
 * One year as columns of weeks with a square for each day; days with papers are links. Lengths are in
 * squares and the style sheet sets their size, which saves a third of the bytes.
 */
export function calendarYear(
  days: readonly DayCount[],
  { day, month, href }: CalendarWords,
  texts: ChartTexts,
  { named = true }: { named?: boolean } = {},
): string {
  const year = days[0]?.key.slice(0, 4) ?? "1970";
  const top = named ? labels : 0;
  const squares = days
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ key, count }) => {
      const { column, line } = placeOf(key);
      return (
        `<a href="${escapeText(href(key))}"><title>${escapeText(day(key))}: ${count}</title>` +
        `<rect class="s${shadeOf(count)}" x="${column}" y="${line + top}"/></a>`
      );
    });
  return (
    openChart(texts, { width: weeks, height: 7 + top, role: "group", kind: "calendar" }) +
    emptySquares(texts.id, top, outline(year, top)) +
    (named ? monthLabels(year, month) : "") +
    `${squares.join("")}</svg>`
  );
}

/** One year as a strip of weeks, darker with more papers: for years that are too large by day. */
export function calendarWeeks(days: readonly DayCount[], texts: ChartTexts): string {
  const counts = new Map<number, number>();
  for (const { key, count } of days) {
    const { column } = placeOf(key);
    counts.set(column, (counts.get(column) ?? 0) + count);
  }
  const shades = Map.groupBy(
    [...counts].sort(([a], [b]) => a - b),
    ([, count]) => shadeOf(count),
  );
  const paths = [...shades]
    .sort(([a], [b]) => a - b)
    .map(
      ([shade, columns]) =>
        `<path class="s${shade}" d="${columns.map(([column]) => `M${column} .42h.85`).join("")}"/>`,
    );
  return (
    openChart(texts, { width: weeks, height: 1, role: "img", kind: "calendar weeks" }) +
    `${emptySquares(texts.id, 0, `M0 0H${weeks - 1}V1H0z`)}${paths.join("")}</svg>`
  );
}

/** Columns of a year, which can span 54 calendar weeks. */
const weeks = 54;

/** The days without papers: a pattern of squares that fills a shape. */
function emptySquares(id: string, top: number, shape: string): string {
  return (
    `<pattern id="${id}-day" y="${top}" width="1" height="1" patternUnits="userSpaceOnUse">` +
    `<rect class="s0"/></pattern><path fill="url(#${id}-day)" d="${shape}"/>`
  );
}

/** The outline of a year, whose first and last weeks may be incomplete. */
function outline(year: string, top: number): string {
  const first = placeOf(`${year}-01-01`);
  const last = placeOf(`${year}-12-31`);
  const end = last.column;
  return `M${first.line === 0 ? 0 : 1} ${top}V${first.line + top}H0V${7 + top}H${end}V${last.line + 1 + top}H${end + 1}V${top}z`;
}

/** The column (week of the year) and line (day of the week, from Monday) of a day. */
function placeOf(key: string): { column: number; line: number } {
  const date = new Date(`${key}T00:00:00Z`);
  const line = (date.getUTCDay() + 6) % 7;
  return { column: utcMonday.count(utcYear.floor(date), date), line };
}

function monthLabels(year: string, month: (key: string) => string): string {
  return Array.from({ length: 12 }, (_, index) => {
    const key = `${year}-${String(index + 1).padStart(2, "0")}`;
    const { column, line } = placeOf(`${key}-01`);
    return `<text x="${line === 0 ? column : column + 1}" y="1.4">${escapeText(month(key))}</text>`;
  }).join("");
}
