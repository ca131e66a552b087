import type { Box, Dots } from "../../archive/map/dot-grid.ts";

/** A place on the map, in pixels of the canvas at zoom 1, or a point of the canvas. */
export interface Point {
  x: number;
  y: number;
}

export type { Box };

type IsShown = (paper: number) => boolean;

/** The keys that move to a paper in a direction. */
export type Direction = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown";

// Scanning ten thousand positions takes some hundredths of a millisecond, so there is no index.

/** The visible paper that is nearest to a point and at most `radius` away. */
export function nearestPaper(
  { x, y }: Dots,
  at: Point,
  radius: number,
  isShown: IsShown,
): number | undefined {
  let nearest: number | undefined;
  let least = radius * radius;
  for (let paper = 0; paper < x.length; paper++) {
    const [dx, dy] = [(x[paper] ?? 0) - at.x, (y[paper] ?? 0) - at.y];
    const distance = dx * dx + dy * dy;
    if (distance > least || !isShown(paper)) continue;
    least = distance;
    nearest = paper;
  }
  return nearest;
}

/** Added to the distance of papers that are more to the side than ahead, so that they come last. */
const sidewaysPenalty = 10_000;

/** The next visible paper in a direction: within 45° of it if there is one, else farther to the side. */
export function nextPaper(
  { x, y }: Dots,
  from: number,
  direction: Direction,
  isShown: IsShown,
): number | undefined {
  const horizontal = direction === "ArrowLeft" || direction === "ArrowRight";
  const sign = direction === "ArrowRight" || direction === "ArrowDown" ? 1 : -1;
  let next: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let paper = 0; paper < x.length; paper++) {
    if (paper === from || !isShown(paper)) continue;
    const [dx, dy] = [(x[paper] ?? 0) - (x[from] ?? 0), (y[paper] ?? 0) - (y[from] ?? 0)];
    const ahead = sign * (horizontal ? dx : dy);
    const sideways = Math.abs(horizontal ? dy : dx);
    if (ahead <= 0) continue;
    const distance = ahead + 2 * sideways + (sideways > ahead ? sidewaysPenalty : 0);
    if (distance >= least) continue;
    least = distance;
    next = paper;
  }
  return next;
}

/** The keys that move through the papers in order. */
export type Step = "PageDown" | "PageUp" | "Home" | "End";

/** The next, previous, first or last visible paper, in the order of the list. */
export function paperInOrder(
  { x }: Dots,
  from: number,
  step: Step,
  isShown: IsShown,
): number | undefined {
  const back = step === "PageUp" || step === "End";
  const start = step === "Home" ? 0 : step === "End" ? x.length - 1 : from + (back ? -1 : 1);
  for (let paper = start; paper >= 0 && paper < x.length; paper += back ? -1 : 1) {
    if (isShown(paper)) return paper;
  }
  return undefined;
}

/** The visible papers in a box, or all visible papers without one, in the order of the list. */
export function papersIn({ x, y }: Dots, box: Box | undefined, isShown: IsShown): number[] {
  const found: number[] = [];
  for (let paper = 0; paper < x.length; paper++) {
    if (!isShown(paper)) continue;
    const [px, py] = [x[paper] ?? 0, y[paper] ?? 0];
    if (box && (px < box.left || px > box.right || py < box.top || py > box.bottom)) continue;
    found.push(paper);
  }
  return found;
}

/** The box that has two points as opposite corners. */
export function boxBetween(a: Point, b: Point): Box {
  return {
    left: Math.min(a.x, b.x),
    right: Math.max(a.x, b.x),
    top: Math.min(a.y, b.y),
    bottom: Math.max(a.y, b.y),
  };
}
