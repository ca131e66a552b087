import type { YearCount } from "../topic-facts.ts";
import { type ChartTexts, escapeText, openChart } from "./markup.ts";
import { type ShadeScale, shadeScale } from "./shades.ts";

/** A row of the grid: a name, its link, and a number for each year. */
export interface GridRow {
  name: string;
  href: string;
  byYear: readonly YearCount[];
}

const label = 240;
const cell = 34;
const narrowCell = 14;
const row = 22;

/** The scale of a grid. */
export function scaleOfGrid(rows: readonly GridRow[]): ShadeScale {
  return shadeScale(rows.flatMap(({ byYear }) => byYear.map(({ count }) => count)));
}

/** A grid of rows by year, stronger with more papers. Names link to their pages. */
export function yearGrid(rows: readonly GridRow[], texts: ChartTexts): string {
  const { shadeOf } = scaleOfGrid(rows);
  const years = rows[0]?.byYear.map(({ year }) => year) ?? [];
  const step = years.length > 16 ? narrowCell : cell;
  const width = label + years.length * step;
  const height = (rows.length + 1) * row;
  const every = Math.ceil(36 / step);
  const heads = years.flatMap((year, index) =>
    (years.length - 1 - index) % every === 0
      ? [`<text class="year" x="${label + (index + 0.5) * step}" y="14">${year}</text>`]
      : [],
  );
  const names = rows.map(
    ({ name, href }, line) =>
      `<a href="${escapeText(href)}"><text class="name" x="${label - 10}" y="${(line + 1) * row + 15}">` +
      `${escapeText(clipped(name))}</text></a>`,
  );
  const squares = rows.flatMap(({ byYear }, line) =>
    byYear.map(({ count }, index) => ({
      shade: shadeOf(count),
      path: `M${label + index * step} ${(line + 1) * row}h${step - 2}v${row - 2}h${2 - step}z`,
    })),
  );
  // One path per shade: a rectangle for each of 800 squares would take three times as many bytes.
  const shades = [...Map.groupBy(squares, ({ shade }) => shade)]
    .sort(([a], [b]) => a - b)
    .map(
      ([shade, found]) => `<path class="s${shade}" d="${found.map(({ path }) => path).join("")}"/>`,
    );
  return (
    openChart(texts, { width, height, role: "group", kind: "year-grid" }) +
    `${heads.join("")}${shades.join("")}${names.join("")}</svg>`
  );
}

/** A name cut to the width of its column. */
function clipped(name: string): string {
  return name.length <= 34 ? name : `${name.slice(0, 33).trimEnd()}…`;
}
