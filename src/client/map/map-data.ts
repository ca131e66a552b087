/**
 * What the map's page loads: one array for each column, in the order of the list (newest first).
 */
export interface MapData {
  /** Positions in map units, from the upper left corner. */
  x: number[];
  y: number[];
  /** Index of the paper's family in the legend. */
  family: number[];
  title: string[];
  date: string[];
  address: string[];
}
