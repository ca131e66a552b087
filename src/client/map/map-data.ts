/**
 * What the map's page loads: one array for each column, in the order of the list (newest first).
 */
export interface MapData {
  /** Positions in map units, from the upper left corner. */
  x: number[];
  y: number[];
  /** Index of the paper's family in the legend. */
  family: number[];
  /** Index of the paper's first topic in `topics`, or -1. */
  topic: number[];
  title: string[];
  date: string[];
  address: string[];
  topics: string[];
  /** Names for parts of the map, the most important first. */
  regions: { name: string; x: number; y: number; family: number }[];
}

/** The number of papers in one file of first sentences. */
export const sentencesInAFile = 500;
