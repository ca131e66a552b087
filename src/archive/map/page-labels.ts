import { type Dots, dotGrid } from "./dot-grid.ts";
import { mapSize } from "./map-point.ts";
import { placeLabels } from "./place-labels.ts";
import type { Region } from "./regions.ts";

/** A label in the page: the middle of its box, in map units. */
export interface PageLabel {
  topic: string;
  x: number;
  y: number;
}

/**
 * The smallest pictures, in pixels, in which a page shows labels: one beside a list, and one on a phone,
 * where the map stands on its side. `src/styles/map.css` has the same sizes.
 */
const pictures = {
  wide: { width: 640, height: 420 },
  narrow: { width: 260, height: 340 },
} as const;

// Generous, because the build does not know the reader's fonts.
const letter = 7.4;
const line = 21;
const mostNames = { wide: 16, narrow: 8 };

/** The labels of a page without scripts, in a wide picture or in a narrow one that is on its side. */
export function pageLabels(
  regions: readonly Region[],
  papers: readonly { x: number; y: number }[],
  {
    nameOf,
    dot,
    picture,
  }: { nameOf: (topic: string) => string; dot: number; picture: keyof typeof pictures },
): PageLabel[] {
  const { width, height } = pictures[picture];
  const isOnSide = picture === "narrow";
  const [across, down] = isOnSide
    ? [mapSize.height, mapSize.width]
    : [mapSize.width, mapSize.height];
  const inPixels = ({ x, y }: { x: number; y: number }) =>
    isOnSide
      ? { x: (y * width) / across, y: (x * height) / down }
      : { x: (x * width) / across, y: (y * height) / down };
  const dots: Dots = {
    x: papers.map((paper) => inPixels(paper).x),
    y: papers.map((paper) => inPixels(paper).y),
  };
  const labels = regions.map((region) => ({
    ...inPixels(region),
    width: nameOf(region.topic).length * letter,
    height: line,
  }));
  const space = { dots: dotGrid(dots), gap: dot / 2 + 1, width, height, farthest: 48 };
  return placeLabels(labels, space)
    .slice(0, mostNames[picture])
    .map(({ label, x, y }) => {
      const [mapX, mapY] = isOnSide
        ? [(y * down) / height, (x * across) / width]
        : [(x * across) / width, (y * down) / height];
      return { topic: regions[label]?.topic ?? "", x: Math.round(mapX), y: Math.round(mapY) };
    });
}
