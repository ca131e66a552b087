/** What a list and a card say of papers: one array for each column, in the order of the list (newest first). */
export interface MapTexts {
  title: string[];
  date: string[];
  address: string[];
}

/**
 * What the map's page loads when it opens, in the same order. It has the texts of the newest papers only, which the list
 * begins with, because those of all are four fifths of the bytes.
 */
export interface MapFile extends MapTexts {
  /** Positions in map units, from the upper left corner. */
  x: number[];
  y: number[];
  /** Index of the paper's family in the legend. */
  family: number[];
  /** Index of the paper's first topic in `topics`, or -1. */
  topic: number[];
  topics: string[];
  /** Names for parts of the map, the most important first. */
  regions: { name: string; x: number; y: number; family: number }[];
}

/** The papers on the map. */
export interface MapData extends MapFile {
  /** Has the texts of all papers loaded. If they cannot be, those of the newest stay the only ones until the next call. */
  whole: () => Promise<void>;
}

/** The number of papers up to which the map comes with the texts of all. */
export const mostWithTexts = 500;

/** In a larger archive, the number of papers whose texts are loaded with the map, which is also that of a page of its list. */
export const newestOnMap = 50;

/** The number of papers in one file of first sentences. */
export const sentencesInAFile = 500;
