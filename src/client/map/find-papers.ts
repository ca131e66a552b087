import type { MapData } from "./map-data.ts";

/** A part of the map, in its units. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

type Places = Pick<MapData, "x" | "y">;

export type Direction = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown";

// A look at ten thousand places takes some hundredths of a millisecond, so there is no index.

/** The paper nearest to a point, not farther than `reach`, among those that are shown. */
export function nearestPaper(
  { x, y }: Places,
  at: { x: number; y: number },
  reach: number,
  isShown: (paper: number) => boolean,
): number | undefined {
  let nearest: number | undefined;
  let least = reach * reach;
  for (let paper = 0; paper < x.length; paper++) {
    const [dx, dy] = [(x[paper] ?? 0) - at.x, (y[paper] ?? 0) - at.y];
    const distance = dx * dx + dy * dy;
    if (distance > least || !isShown(paper)) continue;
    least = distance;
    nearest = paper;
  }
  return nearest;
}

/** The next paper from one in a direction, within half a right angle of it if there is one. */
export function nextPaper(
  { x, y }: Places,
  from: number,
  direction: Direction,
  isShown: (paper: number) => boolean,
): number | undefined {
  const horizontal = direction === "ArrowLeft" || direction === "ArrowRight";
  const sign = direction === "ArrowRight" || direction === "ArrowDown" ? 1 : -1;
  let next: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let paper = 0; paper < x.length; paper++) {
    if (paper === from || !isShown(paper)) continue;
    const [dx, dy] = [(x[paper] ?? 0) - (x[from] ?? 0), (y[paper] ?? 0) - (y[from] ?? 0)];
    const along = sign * (horizontal ? dx : dy);
    const aside = Math.abs(horizontal ? dy : dx);
    if (along <= 0) continue;
    // What lies more aside than ahead counts as far, but is better than standing still.
    const distance = along + 2 * aside + (aside > along ? 10_000 : 0);
    if (distance >= least) continue;
    least = distance;
    next = paper;
  }
  return next;
}

export type Step = "PageDown" | "PageUp" | "Home" | "End";

/** The next paper, the one before, the first or the last, in the order of the list. */
export function paperInOrder(
  { x }: Places,
  from: number,
  step: Step,
  isShown: (paper: number) => boolean,
): number | undefined {
  const back = step === "PageUp" || step === "End";
  const start = step === "Home" ? 0 : step === "End" ? x.length - 1 : from + (back ? -1 : 1);
  for (let paper = start; paper >= 0 && paper < x.length; paper += back ? -1 : 1) {
    if (isShown(paper)) return paper;
  }
  return undefined;
}

/** The papers that are shown and lie in a box, or all that are shown, in their order. */
export function papersIn(
  { x, y }: Places,
  box: Box | undefined,
  isShown: (paper: number) => boolean,
): number[] {
  const found: number[] = [];
  for (let paper = 0; paper < x.length; paper++) {
    if (!isShown(paper)) continue;
    const [px, py] = [x[paper] ?? 0, y[paper] ?? 0];
    if (box && (px < box.left || px > box.right || py < box.top || py > box.bottom)) continue;
    found.push(paper);
  }
  return found;
}

/** The box between two points. */
export function boxBetween(a: { x: number; y: number }, b: { x: number; y: number }): Box {
  return {
    left: Math.min(a.x, b.x),
    right: Math.max(a.x, b.x),
    top: Math.min(a.y, b.y),
    bottom: Math.max(a.y, b.y),
  };
}
