import { cross, crossesBox, type Line } from "./crossings.ts";
import type { Box, DotGrid } from "./dot-grid.ts";

/** A text that wants to be near a point of the map. */
export interface Label {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where a label goes: the middle of its box. `label` is its index. */
export interface PlacedLabel {
  label: number;
  x: number;
  y: number;
}

export interface LabelSpace {
  /** The dots that no label may touch. */
  dots: DotGrid;
  /** The distance to the middle of a dot. */
  gap: number;
  width: number;
  height: number;
  /** How far a label may be from its point. */
  farthest: number;
}

/** A label that has its place, with the line that leads from it to its point. */
interface Taken {
  box: Box;
  line: Line;
}

const rings = 12;
const directions = 16;

/**
 * Places labels where they cover no dot and no other label and stay on the map: each at its point, or
 * else as near to it as there is room. A line from a label to its point crosses no other label and no
 * other such line. Labels that fit nowhere are left out; the first ones choose first.
 *
 * A map that is drawn larger, with labels and dots of the same size, has room for the same places.
 */
export function placeLabels(labels: readonly Label[], space: LabelSpace): PlacedLabel[] {
  const taken: Taken[] = [];
  return labels.flatMap((label, index) => {
    for (const { x, y } of placesNear(label, space.farthest)) {
      const box = boxAround(x, y, label, 0);
      const line = { from: { x, y }, to: { x: label.x, y: label.y } };
      if (!isOnMap(box, space) || taken.some((other) => areMixed({ box, line }, other))) continue;
      if (space.dots.hasDot(boxAround(x, y, label, space.gap))) continue;
      taken.push({ box, line });
      return [{ label: index, x, y }];
    }
    return [];
  });
}

/** The point itself, then points on rings around it. Above and below come before the sides. */
function* placesNear(
  { x, y, height }: Label,
  farthest: number,
): Generator<{ x: number; y: number }> {
  yield { x, y };
  for (let ring = 1; ring <= rings; ring++) {
    // A label is wide and low, so it often finds room a line farther up or down.
    const distance = Math.max((farthest * ring) / rings, height * 0.75);
    for (let step = 0; step < directions; step++) {
      const turn = (step % 2 === 0 ? -1 : 1) * (0.25 + Math.floor(step / 2) / directions);
      const angle = 2 * Math.PI * turn;
      yield { x: x + distance * Math.cos(angle), y: y + distance * Math.sin(angle) };
    }
  }
}

/** Whether readers could take one label, or its line, for that of the other. */
function areMixed(one: Taken, other: Taken): boolean {
  return (
    overlap(one.box, other.box) ||
    runsThrough(one.line, other.box) ||
    runsThrough(other.line, one.box) ||
    cross(one.line, other.line)
  );
}

/** Whether a line runs through a label, and not only to a point that the label is on. */
function runsThrough(line: Line, box: Box): boolean {
  const { x, y } = line.to;
  const endsThere = x > box.left && x < box.right && y > box.top && y < box.bottom;
  return !endsThere && crossesBox(line, box);
}

function boxAround(x: number, y: number, { width, height }: Label, gap: number): Box {
  return {
    left: x - width / 2 - gap,
    right: x + width / 2 + gap,
    top: y - height / 2 - gap,
    bottom: y + height / 2 + gap,
  };
}

function isOnMap({ left, right, top, bottom }: Box, { width, height }: LabelSpace): boolean {
  return left >= 0 && top >= 0 && right <= width && bottom <= height;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
