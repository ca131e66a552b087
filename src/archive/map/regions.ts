import type { MapPoint } from "./map-point.ts";

/** A topic whose papers are close together, and the place of the one in their middle. */
export interface Region extends MapPoint {
  topic: string;
  papers: number;
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
// As many as a reader who zooms in may see.
const mostRegions = 80;

/** The topics that name a part of the map, those that name a large and close part first. */
export function regionsOf(papers: readonly PlacedPaper[]): Region[] {
  const all = spreadOf(papers);
  const found = [...byTopic(papers)].flatMap(([topic, members]) => {
    if (members.length < fewestPapers || members.length > mostShare * papers.length) return [];
    const middle = spreadOf(members);
    const ratio = middle.spread / all.spread;
    if (ratio > mostSpread) return [];
    const { x, y } = nearestTo(middle, members);
    const weight = Math.sqrt(members.length) * (1 - ratio);
    return [{ region: { topic, x, y, papers: members.length }, weight }];
  });
  return found
    .sort((a, b) => b.weight - a.weight || (a.region.topic < b.region.topic ? -1 : 1))
    .slice(0, mostRegions)
    .map(({ region }) => region);
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

function nearestTo({ x, y }: MapPoint, members: readonly MapPoint[]): MapPoint {
  const far = (member: MapPoint) => Math.hypot(member.x - x, member.y - y);
  return members.reduce((best, member) => (far(member) < far(best) ? member : best));
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}
