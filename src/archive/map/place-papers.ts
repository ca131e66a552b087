import { fnv1a } from "../../text/fnv1a.ts";
import { archiveTerms } from "../terms/compared-terms.ts";
import type { PaperTexts } from "../terms/paper-texts.ts";
import { type ArchiveTerms, precision, type TermVectors } from "../terms/term-vectors.ts";
import { keepApart } from "./keep-apart.ts";
import { type Landmarks, landmarksOf, layCore, type Points } from "./landmarks.ts";
import { type MapPoint, mapSize } from "./map-point.ts";
import { nearestLandmarks } from "./nearest-landmarks.ts";
import { placeBeside } from "./place-beside.ts";

/** The fewest papers for which there is a map. */
export const fewestPapers = 4;

const neighbours = 8;

/**
 * A point for every paper in the order of ids, with papers on similar subjects close together. The map is laid from a core
 * of papers, and the others are placed beside those that they are like. So a new paper moves no other until the
 * archive has grown by a tenth, a corrected one of the others moves little but itself, and readers find their way again. The
 * same papers get the same points, in whole units, on every machine. Empty if there are too few papers.
 */
export function placePapers(
  papers: readonly PaperTexts[],
  { counted, vectors }: ArchiveTerms = archiveTerms(papers),
): MapPoint[] {
  if (papers.length < fewestPapers) return [];
  const landmarks = landmarksOf(papers);
  return placeAround(layCore(landmarks.core, counted), landmarks, vectors);
}

/** Places all papers around those of the core, whose points are given. */
export function placeAround(
  corePoints: Points,
  { core, others }: Landmarks<Pick<PaperTexts, "id">>,
  vectors: TermVectors,
): MapPoint[] {
  const { ids } = vectors;
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const landmarks = [...core, ...others].map(({ id }) => numbers.get(id) ?? 0);
  const nearest = nearestLandmarks(vectors, landmarks, neighbours);
  const place = (paper: number, around: readonly MapPoint[]): MapPoint => {
    const near = nearest(paper, around.length).map(({ paper: landmark, score }) => ({
      ...(around[landmark] ?? { x: 0, y: 0 }),
      weight: (score / precision ** 2) ** 4,
    }));
    return placeBeside(near, fnv1a(ids[paper] ?? ""));
  };
  const points = core.map((_, at) => ({ x: corePoints.x[at] ?? 0, y: corePoints.y[at] ?? 0 }));
  for (const paper of landmarks.slice(core.length)) points.push(place(paper, points));
  const settled = keepApart(points, mapSize, (at) => at < core.length);
  const pointOf = new Map(landmarks.map((paper, at) => [paper, settled[at]]));
  const all = ids.map((_, paper) => pointOf.get(paper) ?? place(paper, settled));
  return keepApart(all, mapSize, (paper) => pointOf.has(paper)).map(({ x, y }) => ({
    x: Math.round(x),
    y: Math.round(y),
  }));
}
