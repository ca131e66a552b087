import { bestFirst, bestPapers } from "../related/best-papers.ts";
import type { LatentRows } from "./lsa.ts";
import { type MapPoint, mapSize } from "./map-point.ts";

const neighbours = 8;
/** Neighbours farther apart than this are not of one place on the map. */
const reach = 60;
/** How far a paper is from the middle of its neighbours, so that not all are on one point. */
const farthest = 9;

/**
 * Places papers beside the landmarks that they are most like. Takes the row of a paper, and a hash that says in which
 * direction it is put.
 */
export function placeBeside(
  { dimensions, values }: LatentRows,
  points: readonly MapPoint[],
): (row: ArrayLike<number>, hash: number) => MapPoint {
  const rows = inFours(values, dimensions);
  const best = bestPapers(neighbours);
  const own = new Float32Array(dimensions);
  return (row, hash) => {
    own.set(row);
    for (let at = 0, place = 0; at < points.length; at += 4) {
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      for (let dimension = 0; dimension < dimensions; dimension++) {
        const value = own[dimension] ?? 0;
        a += value * (rows[place] ?? 0);
        b += value * (rows[place + 1] ?? 0);
        c += value * (rows[place + 2] ?? 0);
        d += value * (rows[place + 3] ?? 0);
        place += 4;
      }
      if (a > 0) best.add(at, a);
      if (b > 0) best.add(at + 1, b);
      if (c > 0) best.add(at + 2, c);
      if (d > 0) best.add(at + 3, d);
    }
    const near = best
      .take()
      .sort(bestFirst)
      .map(({ paper: at, score }) => ({ ...(points[at] ?? { x: 0, y: 0 }), weight: score ** 4 }));
    const { x, y } = middleOf(near);
    const angle = (hash / 2 ** 32) * 2 * Math.PI;
    const distance = farthest * Math.sqrt((hash % 1009) / 1009);
    return {
      x: within(x + distance * Math.cos(angle), mapSize.width),
      y: within(y + distance * Math.sin(angle), mapSize.height),
    };
  };
}

/**
 * Every four rows together, value by value, because four sums at a time take a third of the time of one
 * after the other. Missing rows are zero.
 */
function inFours(rows: Float32Array, dimensions: number): Float32Array {
  const count = rows.length / dimensions;
  const values = new Float32Array(4 * Math.ceil(count / 4) * dimensions);
  for (let at = 0; at < count; at++) {
    const start = (at - (at % 4)) * dimensions + (at % 4);
    for (let dimension = 0; dimension < dimensions; dimension++) {
      values[start + 4 * dimension] = rows[at * dimensions + dimension] ?? 0;
    }
  }
  return values;
}

interface Near extends MapPoint {
  weight: number;
}

/** The middle of those neighbours that are together; of the map if there are none. */
function middleOf(near: readonly Near[]): MapPoint {
  const groups = near.map(({ x, y }) => {
    const members = near.filter((one) => Math.hypot(one.x - x, one.y - y) <= reach);
    return { members, weight: members.reduce((sum, { weight }) => sum + weight, 0) };
  });
  const [first] = groups.sort((a, b) => b.weight - a.weight);
  if (!first) return { x: mapSize.width / 2, y: mapSize.height / 2 };
  const mean = (of: (one: Near) => number) =>
    first.members.reduce((sum, one) => sum + one.weight * of(one), 0) / first.weight;
  return { x: mean((one) => one.x), y: mean((one) => one.y) };
}

function within(value: number, size: number): number {
  return Math.max(0, Math.min(size, value));
}
