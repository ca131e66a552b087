import { PaCMAP } from "@saehrimnir/druidjs";
import type { TermVectors } from "../terms/term-vectors.ts";
import { keepApart } from "./keep-apart.ts";
import { latentVectors } from "./lsa.ts";
import { type MapPoint, mapSize } from "./map-point.ts";

const margin = 28;

/** The fewest papers for which there is a map. */
export const fewestPapers = 4;

const mostDimensions = 50;
const seed = 20251113;

/**
 * A point for every paper, with papers on similar subjects close together: latent semantic analysis,
 * then PaCMAP. The same papers get the same points, in whole units, on every machine. Empty if there
 * are too few papers.
 */
export function placePapers(vectors: TermVectors): MapPoint[] {
  const papers = vectors.ids.length;
  if (papers < fewestPapers) return [];
  const dimensions = Math.max(2, Math.min(mostDimensions, Math.round(papers / 3)));
  // Rounded, so that differences in the last digit between machines do not change the result.
  const rows = latentVectors(vectors, dimensions).map((row) => Array.from(row, toMillionths));
  const places = new PaCMAP(rows, {
    n_neighbors: Math.max(2, Math.min(10, Math.floor(papers / 6))),
    seed,
  }).transform();
  // PaCMAP needs papers that differ in at least two dimensions.
  const usable = places.every((place) => place.every(Number.isFinite)) ? places : rows;
  const filled = fillMap(usable.map(([x = 0, y = 0]) => ({ x, y })));
  return keepApart(filled, mapSize).map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
}

function toMillionths(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** Rotates the points so that they spread most from left to right, and spreads them over the map. */
function fillMap(places: readonly MapPoint[]): MapPoint[] {
  const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const [left, top] = [mean(places.map(({ x }) => x)), mean(places.map(({ y }) => y))];
  const around = places.map(({ x, y }) => ({ x: x - left, y: y - top }));
  const spread = (of: (place: MapPoint) => number) => mean(around.map(of));
  const angle =
    Math.atan2(
      2 * spread(({ x, y }) => x * y),
      spread(({ x, y }) => x * x - y * y),
    ) / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const turned = around.map(({ x, y }) => ({ x: x * cos + y * sin, y: y * cos - x * sin }));
  const [xs, ys] = [spreadOut(turned.map(({ x }) => x)), spreadOut(turned.map(({ y }) => y))];
  return turned.map((_, index) => ({
    x: margin + (xs[index] ?? 0.5) * (mapSize.width - 2 * margin),
    y: margin + (ys[index] ?? 0.5) * (mapSize.height - 2 * margin),
  }));
}

/**
 * Spreads values over the range from 0 to 1: halfway between their distances and their order. By
 * distances alone, a few papers far from all others would leave most of the map empty; by order alone,
 * no group of papers would be seen.
 */
function spreadOut(values: readonly number[]): number[] {
  const least = values.reduce((a, b) => Math.min(a, b));
  const range = values.reduce((a, b) => Math.max(a, b)) - least;
  if (range < 1e-9) return values.map(() => 0.5);
  const byValue = values.map((_, index) => index);
  byValue.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  const spread = values.map((value) => (value - least) / range / 2);
  for (const [order, index] of byValue.entries()) {
    spread[index] = (spread[index] ?? 0) + order / (values.length - 1) / 2;
  }
  return spread;
}
