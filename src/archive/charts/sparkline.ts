import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import type { YearCount } from "../topic-facts.ts";

const height = 18;
/** Longer trends would not fit the size of a word, nor a page with a hundred of them. */
const yearsShown = 15;

/**
 * The trend of the latest years in the size of a word. Decoration to a screen reader: the number
 * stands beside it, and the years on the topic's own page. Undefined where there is no trend yet.
 */
export function sparkline(counts: readonly YearCount[]): string | undefined {
  const shown = counts.slice(-yearsShown);
  if (shown.length < 2) return undefined;
  const most = shown.reduce((found, { count }) => Math.max(found, count), 1);
  const y = scaleLinear()
    .domain([0, most])
    .range([height - 1, 1]);
  // A step a year; the style sheet gives the width, so all numbers are small and whole.
  const upper = line<YearCount>()
    .x((_, index) => index)
    .y(({ count }) => y(count))
    .digits(0);
  return (
    `<svg class="sparkline" viewBox="0 0 ${shown.length - 1} ${height}" preserveAspectRatio="none" ` +
    `aria-hidden="true"><path d="${upper(shown) ?? ""}V${height}H0z"/></svg>`
  );
}
