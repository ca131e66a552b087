/** The papers of the map by column, in the archive's order: what the map's page loads. */
export interface MapData {
  x: number[];
  y: number[];
  /** The number of its family in the legend. */
  family: number[];
  title: string[];
  date: string[];
  address: string[];
}
