import { PaCMAP } from "@saehrimnir/druidjs";
import { fnv1a } from "../../text/fnv1a.ts";
import { basePapers } from "../terms/base-papers.ts";
import { type CountedTerms, countTerms } from "../terms/count-terms.ts";
import type { PaperTexts } from "../terms/paper-texts.ts";
import { weighTerms } from "../terms/term-vectors.ts";
import { keepApart } from "./keep-apart.ts";
import { type LatentRows, latentRows } from "./lsa.ts";
import { type MapPoint, mapSize } from "./map-point.ts";
import { placeBeside } from "./place-beside.ts";

const margin = 28;

/** The fewest papers for which there is a map. */
export const fewestPapers = 4;

const mostDimensions = 50;
const seed = 20251113;
/** The map is laid anew when the archive has grown by this factor. */
const growth = 1.1;
/** As many as show where the subjects are. */
const mostLandmarks = 3000;

/**
 * A point for every paper in the order of ids, with papers on similar subjects close together. Landmarks, some
 * of the older papers, are placed by latent semantic analysis, then PaCMAP, and the others beside those that they
 * are like. So a new paper moves no other until the archive has grown by a tenth, and readers find their way
 * again. The same papers get the same points, in whole units, on every machine. Empty if there are too few papers.
 */
export function placePapers(
  papers: readonly PaperTexts[],
  counted: CountedTerms = countTerms(papers),
): MapPoint[] {
  if (papers.length < fewestPapers) return [];
  const { ids } = counted;
  const landmarks = new Set(landmarksOf(papers));
  const numbers = ids.flatMap((id, paper) => (landmarks.has(id) ? [paper] : []));
  const dimensions = Math.max(2, Math.min(mostDimensions, Math.round(numbers.length / 3)));
  const rows = latentRows(weighTerms(counted, landmarks), numbers, dimensions);
  const laid = keepApart(layOut(rows, numbers), mapSize);
  const placed = new Map(numbers.map((paper, at) => [paper, laid[at] ?? { x: 0, y: 0 }]));
  const beside = placeBeside(rows, placed);
  const all = ids.map((id, paper) => placed.get(paper) ?? beside(paper, fnv1a(id)));
  return keepApart(all, mapSize, (paper) => placed.has(paper)).map(({ x, y }) => ({
    x: Math.round(x),
    y: Math.round(y),
  }));
}

/** Of many papers, those with the lowest hashes: nearly the same ones when the archive has grown. */
function landmarksOf(papers: readonly PaperTexts[]): string[] {
  const ids = basePapers(papers, growth).map(({ id }) => id);
  if (ids.length <= mostLandmarks) return ids;
  return ids
    .map((id) => ({ id, hash: fnv1a(id) }))
    .sort((a, b) => a.hash - b.hash || (a.id < b.id ? -1 : 1))
    .slice(0, mostLandmarks)
    .map(({ id }) => id);
}

function layOut({ dimensions, values }: LatentRows, papers: readonly number[]): MapPoint[] {
  const rows = papers.map((paper) =>
    Array.from(values.subarray(paper * dimensions, (paper + 1) * dimensions)),
  );
  const places = new PaCMAP(rows, {
    n_neighbors: Math.max(2, Math.min(10, Math.floor(rows.length / 6))),
    seed,
  }).transform();
  // PaCMAP needs papers that differ in at least two dimensions.
  const usable = places.every((place) => place.every(Number.isFinite)) ? places : rows;
  return fillMap(usable.map(([x = 0, y = 0]) => ({ x, y })));
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
