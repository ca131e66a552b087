import { bestFirst, bestPapers } from "../related/best-papers.ts";
import type { LatentRows } from "./lsa.ts";
import { type MapPoint, mapSize } from "./map-point.ts";

const neighbours = 8;
/** Neighbours farther apart than this are not of one place on the map. */
const reach = 60;
/** How far a paper is from the middle of its neighbours, so that not all are on one point. */
const farthest = 9;

/**
 * Places papers beside the landmarks that they are most like. Landmarks are on the map by the numbers of their
 * rows. `hash` says in which direction a paper is put.
 */
export function placeBeside(
  { dimensions, values }: LatentRows,
  landmarks: ReadonlyMap<number, MapPoint>,
): (paper: number, hash: number) => MapPoint {
  const numbers = Uint32Array.from(landmarks.keys());
  const points = [...landmarks.values()];
  // One after the other, because they are all read for each paper.
  const rows = new Float32Array(numbers.length * dimensions);
  for (const [at, paper] of numbers.entries()) {
    rows.set(values.subarray(paper * dimensions, (paper + 1) * dimensions), at * dimensions);
  }
  const best = bestPapers(neighbours);
  const own = new Float32Array(dimensions);
  return (paper, hash) => {
    own.set(values.subarray(paper * dimensions, (paper + 1) * dimensions));
    for (let at = 0, place = 0; at < numbers.length; at++) {
      let sum = 0;
      for (let dimension = 0; dimension < dimensions; dimension++) {
        sum += (own[dimension] ?? 0) * (rows[place] ?? 0);
        place += 1;
      }
      if (sum > 0) best.add(at, sum);
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
