/** A point on the map: `x` from 0 to `mapSize.width`, `y` from 0 to `mapSize.height`. */
export interface MapPoint {
  x: number;
  y: number;
}

/** The size of the map, in map units. */
export const mapSize = { width: 1000, height: 720 } as const;
