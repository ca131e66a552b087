import type { MapPoint } from "./map-point.ts";

// Above this number of papers, dots may overlap; readers can zoom in.
const mostPapers = 1000;
const rounds = 60;

/**
 * Moves overlapping points apart, so that each dot is visible and can be clicked. Those that are fixed stay
 * where they are.
 */
export function keepApart(
  places: readonly MapPoint[],
  { width, height }: { width: number; height: number },
  isFixed: (index: number) => boolean = () => false,
): MapPoint[] {
  const moved = places.map(({ x, y }) => ({ x, y }));
  if (moved.length > mostPapers) return moved;
  const least = Math.min(22, 0.55 * Math.sqrt((width * height) / moved.length));
  for (let round = 0; round < rounds; round++) {
    let touching = false;
    const laterNear = pointsByCell(moved, least);
    for (const [index, a] of moved.entries()) {
      for (const other of laterNear(index)) {
        const b = moved[other];
        const fixed = { a: isFixed(index), b: isFixed(other) };
        if (!b || (fixed.a && fixed.b)) continue;
        const [dx, dy] = [b.x - a.x, b.y - a.y];
        const distance = Math.sqrt(dx * dx + dy * dy);
        if (distance >= least) continue;
        touching = true;
        // Identical points move apart in a direction that depends on their order.
        const [ux, uy] =
          distance > 1e-6 ? [dx / distance, dy / distance] : other % 2 === 0 ? [1, 0] : [0, 1];
        const step = (least - distance) / (fixed.a || fixed.b ? 1 : 2);
        if (!fixed.a) move(a, -ux * step, -uy * step);
        if (!fixed.b) move(b, ux * step, uy * step);
      }
    }
    if (!touching) break;
  }
  return moved;

  function move(place: MapPoint, dx: number, dy: number): void {
    place.x = Math.min(width - least / 2, Math.max(least / 2, place.x + dx));
    place.y = Math.min(height - least / 2, Math.max(least / 2, place.y + dy));
  }
}

/**
 * Sorts points into cells of a size. The result gives, for a point by index, the later ones in its cell and those around
 * it: all that are nearer than the size, and perhaps some more.
 */
function pointsByCell(points: readonly MapPoint[], size: number): (index: number) => number[] {
  // A map of fewer columns than this, so that neighbors of a cell have keys of their own.
  const columns = 1e4;
  const keys = points.map(({ x, y }) => Math.floor(y / size) * columns + Math.floor(x / size));
  const cells = Map.groupBy(keys.keys(), (index) => keys[index] ?? 0);
  return (index) => {
    const key = keys[index] ?? 0;
    const later: number[] = [];
    for (const row of [-columns, 0, columns]) {
      for (const column of [-1, 0, 1]) {
        for (const other of cells.get(key + row + column) ?? []) {
          if (other > index) later.push(other);
        }
      }
    }
    return later;
  };
}
