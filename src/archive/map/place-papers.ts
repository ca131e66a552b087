import { fnv1a } from "../../text/fnv1a.ts";
import { type CountedTerms, countTerms } from "../terms/count-terms.ts";
import type { PaperTexts } from "../terms/paper-texts.ts";
import { weigherBy } from "../terms/term-vectors.ts";
import { keepApart } from "./keep-apart.ts";
import { type Landmarks, landmarksOf, layLandmarks, type Points } from "./landmarks.ts";
import { toLatent } from "./lsa.ts";
import { type MapPoint, mapSize } from "./map-point.ts";
import { placeBeside } from "./place-beside.ts";

/** The fewest papers for which there is a map. */
export const fewestPapers = 4;

/** Papers with their points, before dots are moved apart. */
export interface PlacedPapers extends Points {
  /** In the order of code units. */
  ids: readonly string[];
  /** A digest of each paper's texts and topics. */
  texts: readonly string[];
}

/**
 * A point for every paper in the order of ids, with papers on similar subjects close together. Landmarks have
 * theirs, and the others are placed beside those that they are like. So a new paper moves no other until the
 * archive has grown by a tenth, and readers find their way again. The same papers get the same points, in whole
 * units, on every machine. Empty if there are too few papers.
 */
export function placePapers(papers: readonly PaperTexts[]): MapPoint[] {
  if (papers.length < fewestPapers) return [];
  const landmarks = landmarksOf(papers);
  const counted = countTerms(papers);
  return mapPoints(placeAll(landmarks, layLandmarks(landmarks, counted), counted), landmarks);
}

/** Places all papers of the counted terms. Papers placed formerly beside the same landmarks stay where they are. */
export function placeAll(
  landmarks: readonly PaperTexts[],
  { terms, values, points }: Landmarks,
  counted: CountedTerms,
  former?: PlacedPapers,
): PlacedPapers {
  const { ids, texts, keys } = counted;
  const landmarkOf = new Map(landmarks.map(({ id }, at) => [id, at]));
  const formerOf = new Map(former?.ids.map((id, at) => [id, at]));
  const row: { terms: number[]; weights: number[] } = { terms: [], weights: [] };
  const weigh = weigherBy(counted, idsOf(landmarks), (term, weight) => {
    row.terms.push(term);
    row.weights.push(weight);
  });
  const latent = toLatent(keys, terms);
  const beside = placeBeside({ dimensions: terms.dimensions, values }, mapPointsOf(points));
  const placed = { ids, texts, x: new Float32Array(ids.length), y: new Float32Array(ids.length) };
  const put = (paper: number, { x, y }: Points, at: number) => {
    placed.x[paper] = x[at] ?? 0;
    placed.y[paper] = y[at] ?? 0;
  };
  for (const [paper, id] of ids.entries()) {
    const [landmark, before = -1] = [landmarkOf.get(id), formerOf.get(id)];
    if (landmark !== undefined) put(paper, points, landmark);
    else if (former && former.texts[before] === texts[paper]) put(paper, former, before);
    else {
      row.terms.length = 0;
      row.weights.length = 0;
      weigh(paper);
      const { x, y } = beside(latent(row.terms, row.weights), fnv1a(id));
      put(paper, { x: Float32Array.of(x), y: Float32Array.of(y) }, 0);
    }
  }
  return placed;
}

/** The map of placed papers: in whole units, with dots apart if there are few. */
export function mapPoints(
  placed: PlacedPapers,
  landmarks: readonly Pick<PaperTexts, "id">[],
): MapPoint[] {
  const fixed = idsOf(landmarks);
  const isFixed = (paper: number) => fixed.has(placed.ids[paper] ?? "");
  return keepApart(mapPointsOf(placed), mapSize, isFixed).map(({ x, y }) => ({
    x: Math.round(x),
    y: Math.round(y),
  }));
}

function mapPointsOf({ x, y }: Points): MapPoint[] {
  return Array.from(x, (value, at) => ({ x: value, y: y[at] ?? 0 }));
}

function idsOf(papers: readonly Pick<PaperTexts, "id">[]): Set<string> {
  return new Set(papers.map(({ id }) => id));
}
