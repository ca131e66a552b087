import { type MapPoint, mapSize } from "./map-point.ts";

/** A label on the map: a topic whose papers are close together, and their centre. */
export interface Region extends MapPoint {
  topic: string;
  papers: number;
  /** Whether it also fits on a narrow screen. */
  narrow: boolean;
}

/** A paper on the map, with its topics. */
export interface PlacedPaper extends MapPoint {
  topics: readonly { id: string; score: number }[];
}

const fewestPapers = 2;
// A topic with more than this share of the papers is all over the map, so its name is left out.
const mostShare = 0.4;
// The largest spread of a topic's papers, as a share of the spread of all papers.
const mostSpread = 0.7;
const mostNames = 16;
// The size of a label's letters and lines in map units, with the map 640 and 340 pixels wide.
const wide = { letter: 11.5, line: 30 };
const narrow = { letter: 20, line: 56 };

/** The names to write on the map, most specific first. No name overlaps another. */
export function regionsOf(
  papers: readonly PlacedPaper[],
  nameOf: (topic: string) => string,
): Region[] {
  const all = spreadOf(papers);
  const found = [...byTopic(papers)].flatMap(([topic, members]) => {
    if (members.length < fewestPapers || members.length > mostShare * papers.length) return [];
    const { x, y, spread } = spreadOf(members);
    const ratio = spread / all.spread;
    if (ratio > mostSpread) return [];
    return [
      { topic, x, y, papers: members.length, weight: Math.sqrt(members.length) * (1 - ratio) },
    ];
  });
  found.sort((a, b) => b.weight - a.weight || (a.topic < b.topic ? -1 : 1));
  const onWide: Box[] = [];
  const onNarrow: Box[] = [];
  const regions: Region[] = [];
  for (const { topic, x, y, papers: count } of found) {
    if (regions.length === mostNames) break;
    const name = nameOf(topic);
    const place = bestPlace(papers, onWide, (dx, dy) => boxOf(name, x + dx, y + dy, wide));
    if (!place) continue;
    const at = { x: Math.round(x + place.dx), y: Math.round(y + place.dy) };
    onWide.push(boxOf(name, at.x, at.y, wide));
    const small = boxOf(name, at.x, at.y, narrow);
    const fits = isFree(onNarrow, small);
    if (fits) onNarrow.push(small);
    regions.push({ topic, papers: count, ...at, narrow: fits });
  }
  return regions;
}

function byTopic(papers: readonly PlacedPaper[]): Map<string, PlacedPaper[]> {
  const members = new Map<string, PlacedPaper[]>();
  for (const paper of papers) {
    for (const { id } of paper.topics) {
      const known = members.get(id);
      if (known) known.push(paper);
      else members.set(id, [paper]);
    }
  }
  return members;
}

/** The median of points, and the median distance from it. */
function spreadOf(places: readonly MapPoint[]): MapPoint & { spread: number } {
  const x = median(places.map((place) => place.x));
  const y = median(places.map((place) => place.y));
  const spread = median(places.map((place) => Math.hypot(place.x - x, place.y - y)));
  return { x, y, spread: Math.max(spread, 1) };
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function boxOf(name: string, x: number, y: number, { letter, line }: typeof wide): Box {
  const half = (name.length * letter) / 2;
  return { left: x - half, right: x + half, top: y - line / 2, bottom: y + line / 2 };
}

// A name goes in the middle of its papers, or a little above or below, where it hides fewer dots.
const moves = [0, -30, 30, -54, 54].flatMap((dy) => [0, -40, 40].map((dx) => ({ dx, dy })));

function bestPlace(
  papers: readonly MapPoint[],
  taken: readonly Box[],
  boxAt: (dx: number, dy: number) => Box,
): { dx: number; dy: number } | undefined {
  let best: { dx: number; dy: number } | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const move of moves) {
    const box = boxAt(move.dx, move.dy);
    if (!isFree(taken, box)) continue;
    const hidden = papers.filter(({ x, y }) => isIn(box, x, y)).length;
    const cost = hidden + 0.3 * (Math.abs(move.dy) / 30 + Math.abs(move.dx) / 40);
    if (cost >= least) continue;
    least = cost;
    best = move;
  }
  return best;
}

function isIn(box: Box, x: number, y: number): boolean {
  return x > box.left && x < box.right && y > box.top && y < box.bottom;
}

/** Whether a box is on the map and overlaps no other. */
function isFree(boxes: readonly Box[], box: Box): boolean {
  if (box.left < 0 || box.right > mapSize.width || box.top < 0 || box.bottom > mapSize.height) {
    return false;
  }
  return !boxes.some(
    (other) =>
      box.left < other.right &&
      other.left < box.right &&
      box.top < other.bottom &&
      other.top < box.bottom,
  );
}
