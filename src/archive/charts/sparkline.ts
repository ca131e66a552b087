import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import type { YearCount } from "../topic-facts.ts";

const height = 18;
/** Longer trends would not fit next to a word, and a page can have a hundred of them. */
const yearsShown = 15;

/**
 * The trend of the latest years as a sparkline. Screen readers skip it: the total is next to it, and
 * the topic's page has the numbers. Undefined for fewer than two years.
 */
export function sparkline(counts: readonly YearCount[]): string | undefined {
  const shown = counts.slice(-yearsShown);
  if (shown.length < 2) return undefined;
  const most = shown.reduce((found, { count }) => Math.max(found, count), 1);
  const y = scaleLinear()
    .domain([0, most])
    .range([height - 1, 1]);
  // One unit per year; the style sheet sets the width, so all numbers are small integers.
  const upper = line<YearCount>()
    .x((_, index) => index)
    .y(({ count }) => y(count))
    .digits(0);
  return (
    `<svg class="sparkline" viewBox="0 0 ${shown.length - 1} ${height}" preserveAspectRatio="none" ` +
    `aria-hidden="true"><path d="${upper(shown) ?? ""}V${height}H0z"/></svg>`
  );
}
