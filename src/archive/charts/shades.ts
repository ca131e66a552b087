import { scaleThreshold } from "d3-scale";

/**
 * How dark a square is, 1 to 5, by its number of papers; 0 for none. Steps grow with the number, so
 * that a day of one and a day of six hundred differ, and the days between, too.
 */
export const shadeOf = scaleThreshold<number, number>()
  .domain([1, 2, 5, 15, 50])
  .range([0, 1, 2, 3, 4, 5]);
