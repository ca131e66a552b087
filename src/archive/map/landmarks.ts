import { PaCMAP } from "@saehrimnir/druidjs";
import { fnv1a } from "../../text/fnv1a.ts";
import { basePapers } from "../terms/base-papers.ts";
import { type CountedTerms, countedRows, countTerms } from "../terms/count-terms.ts";
import type { PaperTexts } from "../terms/paper-texts.ts";
import { weighTerms } from "../terms/term-vectors.ts";
import { keepApart } from "./keep-apart.ts";
import { type LatentRows, latentRows } from "./lsa.ts";
import { type MapPoint, mapSize } from "./map-point.ts";

const margin = 28;

const mostDimensions = 50;
const seed = 20251113;
/** The map is laid anew when the archive has grown by this factor. */
const growth = 1.1;
/** As many as show where the subjects are. */
const mostLandmarks = 3000;
/** As many as show which subjects are near to each other. */
const mostInCore = 500;

/** The papers that all others are placed beside. */
export interface Landmarks<T> {
  /** Those that the map is laid from. */
  core: readonly T[];
  /** Those that are placed one after the other, each beside the core and those before it. */
  others: readonly T[];
}

/** Points in single precision, so that those that are kept are those that were made. */
export interface Points {
  x: Float32Array;
  y: Float32Array;
}

/**
 * The landmarks of an archive: some of its older papers, in an order that has nothing to do with what they are about. They
 * stay the same until the archive has grown by a tenth, and even then most of them do.
 */
export function landmarksOf<T extends Pick<PaperTexts, "id" | "since">>(
  papers: readonly T[],
): Landmarks<T> {
  const sorted = basePapers(papers, growth)
    .map((paper) => ({ paper, hash: fnv1a(paper.id) }))
    .sort((a, b) => a.hash - b.hash || byId(a.paper, b.paper))
    .slice(0, mostLandmarks)
    .map(({ paper }) => paper);
  return { core: sorted.slice(0, mostInCore), others: sorted.slice(mostInCore) };
}

/** Lays the map by latent semantic analysis, then PaCMAP. It depends on the papers of the core alone. */
export function layCore(
  core: readonly PaperTexts[],
  counted: CountedTerms = countTerms(core),
): Points {
  const ids = new Set(core.map(({ id }) => id));
  const rows = countedRows(counted, ids);
  const vectors = weighTerms(rows, ids);
  const dimensions = Math.max(2, Math.min(mostDimensions, Math.round(core.length / 3)));
  const points = keepApart(layOut(latentRows(vectors, dimensions)), mapSize);
  // They are in the order of ids.
  const at = new Map(rows.ids.map((id, row) => [id, points[row]]));
  return {
    x: Float32Array.from(core, ({ id }) => at.get(id)?.x ?? 0),
    y: Float32Array.from(core, ({ id }) => at.get(id)?.y ?? 0),
  };
}

function byId(a: Pick<PaperTexts, "id">, b: Pick<PaperTexts, "id">): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function layOut({ dimensions, values }: LatentRows): MapPoint[] {
  const rows = Array.from({ length: values.length / dimensions }, (_, paper) =>
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
