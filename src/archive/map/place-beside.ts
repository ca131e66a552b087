import { type MapPoint, mapSize } from "./map-point.ts";

/** Neighbours farther apart than this are not of one place on the map. */
const reach = 60;
/** How far a paper is from the middle of its neighbours, so that not all are on one point. */
const farthest = 9;

/** A point, and how much a paper is like the one that is there. */
export interface Neighbour extends MapPoint {
  weight: number;
}

/** The point of a paper beside its neighbours. The hash says in which direction it is put. */
export function placeBeside(neighbours: readonly Neighbour[], hash: number): MapPoint {
  const { x, y } = middleOf(neighbours);
  const angle = (hash / 2 ** 32) * 2 * Math.PI;
  const distance = farthest * Math.sqrt((hash % 1009) / 1009);
  return {
    x: within(x + distance * Math.cos(angle), mapSize.width),
    y: within(y + distance * Math.sin(angle), mapSize.height),
  };
}

/** The middle of those neighbours that are together; of the map if there are none. */
function middleOf(neighbours: readonly Neighbour[]): MapPoint {
  let [first, most]: [readonly Neighbour[], number] = [[], 0];
  for (const { x, y } of neighbours) {
    const members = neighbours.filter((one) => Math.hypot(one.x - x, one.y - y) <= reach);
    const weight = members.reduce((sum, one) => sum + one.weight, 0);
    if (weight > most) [first, most] = [members, weight];
  }
  if (first.length === 0) return { x: mapSize.width / 2, y: mapSize.height / 2 };
  const mean = (of: (one: Neighbour) => number) =>
    first.reduce((sum, one) => sum + one.weight * of(one), 0) / most;
  return { x: mean((one) => one.x), y: mean((one) => one.y) };
}

function within(value: number, size: number): number {
  return Math.max(0, Math.min(size, value));
}
