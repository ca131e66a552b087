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
    const cells = pointsByCell(moved, { least, width, height });
    for (const [index, a] of moved.entries()) {
      for (const other of cells.laterNear(index)) {
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
 * Sorts points of a map into cells. `laterNear` gives, for a point by index, the later ones in its cell and those around
 * it: all that are nearer than the least distance, and perhaps some more. Its list is overwritten by the next one.
 */
function pointsByCell(
  points: readonly MapPoint[],
  { least, width, height }: { least: number; width: number; height: number },
) {
  // A cell on each side is empty, so that each cell with points has eight around it.
  const columns = Math.ceil(width / least) + 3;
  const cellOf = points.map(({ x, y }) => {
    return (Math.floor(y / least) + 1) * columns + Math.floor(x / least) + 1;
  });
  // The first point of each cell, and for each point the next one in its cell.
  const first = new Int32Array(columns * (Math.ceil(height / least) + 3)).fill(-1);
  const next = new Int32Array(points.length);
  for (let index = points.length - 1; index >= 0; index--) {
    const cell = cellOf[index] ?? 0;
    next[index] = first[cell] ?? -1;
    first[cell] = index;
  }
  const around = [-columns, 0, columns].flatMap((row) => [row - 1, row, row + 1]);
  const later: number[] = [];
  return {
    laterNear: (index: number): readonly number[] => {
      later.length = 0;
      for (const step of around) {
        let other = first[(cellOf[index] ?? 0) + step] ?? -1;
        for (; other >= 0; other = next[other] ?? -1) if (other > index) later.push(other);
      }
      return later;
    },
  };
}
