import { scaleThreshold } from "d3-scale";

/**
 * The shade of a square by its number of papers: 0 for none, 1 (lightest) to 5 (darkest). The steps
 * grow, so that small and large days can be told apart.
 */
export const shadeOf = scaleThreshold<number, number>()
  .domain([1, 2, 5, 15, 50])
  .range([0, 1, 2, 3, 4, 5]);
