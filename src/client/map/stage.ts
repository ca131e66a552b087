import { mapSize } from "../../archive/map/map-point.ts";
import type { MapData } from "./map-data.ts";

/** The places of all papers on a canvas of some size, in pixels at zoom 1. */
export interface Stage {
  x: Float32Array;
  y: Float32Array;
  /** The place of a point in map units. */
  placeOf: (x: number, y: number) => { x: number; y: number };
}

/**
 * Spreads the map over a canvas. The axes have no meaning, so on a canvas that is higher than wide,
 * such as a phone's, the map stands on its side.
 */
export function spreadOver(data: Pick<MapData, "x" | "y">, width: number, height: number): Stage {
  const placeOf = (x: number, y: number) =>
    width < height
      ? { x: (y / mapSize.height) * width, y: (x / mapSize.width) * height }
      : { x: (x / mapSize.width) * width, y: (y / mapSize.height) * height };
  const stage = { x: new Float32Array(data.x.length), y: new Float32Array(data.x.length), placeOf };
  for (const [paper, mapX] of data.x.entries()) {
    const place = placeOf(mapX, data.y[paper] ?? 0);
    stage.x[paper] = place.x;
    stage.y[paper] = place.y;
  }
  return stage;
}
