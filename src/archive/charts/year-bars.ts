import { scaleBand, scaleLinear } from "d3-scale";
import { number } from "../../i18n/format.ts";
import type { YearCount } from "../topic-facts.ts";
import { type ChartTexts, openChart, short } from "./markup.ts";

const height = 120;
const labelHeight = 18;
const topHeight = 16;
const widest = 640;
/** At this width, seven years fit on a phone. */
const widestStep = 48;

/** A bar chart of papers by year, with labels as far as there is space. */
export function yearBars(counts: readonly YearCount[], texts: ChartTexts): string {
  const width = Math.min(widest, counts.length * widestStep);
  const x = scaleBand<number>()
    .domain(counts.map(({ year }) => year))
    .range([0, width])
    .paddingInner(0.28)
    .paddingOuter(0.1);
  const most = counts.reduce((found, { count }) => Math.max(found, count), 1);
  const y = scaleLinear()
    .domain([0, most])
    .range([height - labelHeight, topHeight]);
  const floor = height - labelHeight;
  // A label of four digits is about 32 units wide.
  const every = Math.ceil(36 / x.step());
  const bars = counts.map(({ year, count }, index) => {
    const left = x(year) ?? 0;
    const middle = short(left + x.bandwidth() / 2);
    const top = y(count);
    const named = (counts.length - 1 - index) % every === 0;
    return (
      `<g><title>${year}: ${number(count)}</title>` +
      `<rect x="${short(left)}" y="${short(top)}" width="${short(x.bandwidth())}" height="${short(floor - top)}"/>` +
      (named && count > 0
        ? `<text x="${middle}" y="${short(top - 4)}">${number(count)}</text>`
        : "") +
      (named ? `<text class="year" x="${middle}" y="${height - 4}">${year}</text>` : "") +
      "</g>"
    );
  });
  return (
    `${openChart(texts, { width, height, role: "img", kind: "year-bars" })}${bars.join("")}` +
    `<path class="axis" d="M0 ${floor}H${short(width)}"/></svg>`
  );
}
