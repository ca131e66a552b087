import type { Box } from "./dot-grid.ts";
import type { MapPoint } from "./map-point.ts";

/** A straight line between two points. */
export interface Line {
  from: MapPoint;
  to: MapPoint;
}

/** Whether two lines cross. Those that only touch do not. */
export function cross(one: Line, other: Line): boolean {
  return (
    side(one, other.from) * side(one, other.to) < 0 &&
    side(other, one.from) * side(other, one.to) < 0
  );
}

/** Whether a line runs through a box, or begins or ends in it. */
export function crossesBox({ from, to }: Line, { left, right, top, bottom }: Box): boolean {
  // The part of the line that is between both pairs of edges, from 0 to 1.
  let [first, last] = [0, 1];
  for (const [at, along, low, high] of [
    [from.x, to.x - from.x, left, right],
    [from.y, to.y - from.y, top, bottom],
  ] as const) {
    if (along === 0) {
      if (at <= low || at >= high) return false;
      continue;
    }
    const [one, other] = [(low - at) / along, (high - at) / along];
    first = Math.max(first, Math.min(one, other));
    last = Math.min(last, Math.max(one, other));
  }
  return first < last;
}

/** Positive on one side of a line, negative on the other. */
function side({ from, to }: Line, { x, y }: MapPoint): number {
  return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x);
}
