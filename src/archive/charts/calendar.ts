import { utcMonday, utcYear } from "d3-time";
import { type ChartTexts, escapeText, openChart } from "./markup.ts";
import { type ShadeScale, shadeScale } from "./shades.ts";

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
  /** What a square says of its day: "62 papers". */
  papers: (count: number) => string;
  /** `2025-11` in one to four letters. */
  month: (key: string) => string;
  href: (key: string) => string;
}

/** The lines above the squares, with the names of the months. */
const labels = 2;

/**
 * One year as columns of weeks with a square for each day. Days that have a page are links, and those
 * without a paper of their own are outlined. Lengths are in squares and the style sheet sets their size,
 * which saves a third of the bytes. On a phone, it puts the second half above the first.
 */
export function calendarYear(
  days: readonly DayCount[],
  words: CalendarWords,
  texts: ChartTexts,
  scale: ShadeScale = scaleOf(days),
): string {
  const year = days[0]?.key.slice(0, 4) ?? "1970";
  const sorted = days.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const halves = (["first", "second"] as const).map((name) => {
    const own = sorted.filter(({ key }) => halfOf(key) === name);
    const squares = own.map((day) => square(day, words, scale));
    return {
      name,
      isEmpty: own.length === 0,
      svg:
        `<g class="${name}">${emptySquares(`${texts.id}-${name}`, labels, outline(year, name))}` +
        `${monthLabels(year, name, words.month)}${squares.join("")}</g>`,
    };
  });
  const [alone, ...more] = halves.filter(({ isEmpty }) => !isEmpty);
  const kind = ["calendar", ...(alone && more.length === 0 ? [`only-${alone.name}`] : [])];
  return (
    openChart(texts, { width: weeks, height: 7 + labels, role: "group", kind: kind.join(" ") }) +
    `${halves.map(({ svg }) => svg).join("")}</svg>`
  );
}

/** The scale of the days of a calendar. */
export function scaleOf(days: readonly DayCount[]): ShadeScale {
  return shadeScale(days.map(({ count }) => count));
}

function square(
  { key, count }: DayCount,
  { day, papers, href }: CalendarWords,
  { shadeOf }: ShadeScale,
): string {
  const { column, line } = placeOf(key);
  const kind = count > 0 ? `s${shadeOf(count)}` : "elsewhere";
  return (
    `<a href="${escapeText(href(key))}"><title>${escapeText(`${day(key)}: ${papers(count)}`)}</title>` +
    `<rect class="${kind}" x="${column}" y="${line + labels}"/></a>`
  );
}

/** The weeks of one year that have papers, as columns. */
export function weekCounts(days: readonly DayCount[]): { column: number; count: number }[] {
  const counts = new Map<number, number>();
  for (const { key, count } of days) {
    const { column } = placeOf(key);
    if (count > 0) counts.set(column, (counts.get(column) ?? 0) + count);
  }
  return [...counts]
    .map(([column, count]) => ({ column, count }))
    .sort((a, b) => a.column - b.column);
}

/** One year as a strip of weeks: for years that are too large by day. */
export function calendarWeeks(
  days: readonly DayCount[],
  texts: ChartTexts,
  { shadeOf }: ShadeScale = shadeScale(weekCounts(days).map(({ count }) => count)),
): string {
  const shades = Map.groupBy(
    weekCounts(days).map(({ column, count }) => [column, count] as const),
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

type Half = "first" | "second";

function halfOf(key: string): Half {
  return key.slice(5, 7) < "07" ? "first" : "second";
}

/** The outline of half a year, whose first and last weeks may be incomplete. */
function outline(year: string, half: Half): string {
  const isFirst = half === "first";
  const first = placeOf(isFirst ? `${year}-01-01` : `${year}-07-01`);
  const last = placeOf(isFirst ? `${year}-06-30` : `${year}-12-31`);
  const full = first.column + (first.line === 0 ? 0 : 1);
  const end = last.column;
  return `M${full} ${labels}V${first.line + labels}H${first.column}V${7 + labels}H${end}V${last.line + 1 + labels}H${end + 1}V${labels}z`;
}

/** The column (week of the year) and line (day of the week, from Monday) of a day. */
function placeOf(key: string): { column: number; line: number } {
  const date = new Date(`${key}T00:00:00Z`);
  const line = (date.getUTCDay() + 6) % 7;
  return { column: utcMonday.count(utcYear.floor(date), date), line };
}

function monthLabels(year: string, half: Half, month: (key: string) => string): string {
  return Array.from({ length: 6 }, (_, index) => {
    const number = index + (half === "first" ? 1 : 7);
    const key = `${year}-${String(number).padStart(2, "0")}`;
    const { column, line } = placeOf(`${key}-01`);
    return `<text x="${line === 0 ? column : column + 1}" y="1.4">${escapeText(month(key))}</text>`;
  }).join("");
}
