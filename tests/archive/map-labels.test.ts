import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cross } from "../../src/archive/map/crossings.ts";
import { dotGrid } from "../../src/archive/map/dot-grid.ts";
import { type Label, placeLabels } from "../../src/archive/map/place-labels.ts";

describe("labels on the map", () => {
  const size = { width: 600, height: 400 };
  const point = { x: fc.nat({ max: size.width }), y: fc.nat({ max: size.height }) };
  const made = fc.record({
    dots: fc.array(fc.record(point), { maxLength: 120 }),
    labels: fc.array(
      fc.record({ ...point, width: fc.integer({ min: 20, max: 160 }), height: fc.constant(18) }),
      { maxLength: 20 },
    ),
  });
  const place = (
    { dots, labels }: { dots: { x: number; y: number }[]; labels: Label[] },
    gap = 6,
  ) =>
    placeLabels(labels, {
      ...size,
      dots: dotGrid({ x: dots.map(({ x }) => x), y: dots.map(({ y }) => y) }),
      gap,
      farthest: 70,
    });
  /** Whether two boxes, given by their middles and sizes, are at least so far apart. */
  const isClear = (a: Label, b: Label, gap: number) =>
    Math.abs(a.x - b.x) >= (a.width + b.width) / 2 + gap - 1e-6 ||
    Math.abs(a.y - b.y) >= (a.height + b.height) / 2 + gap - 1e-6;

  it("never cover a dot or another label, never leave the map, and stay near their point", () => {
    fc.assert(
      fc.property(made, ({ dots, labels }) => {
        const placed = place({ dots, labels }).map(({ label, x, y }) => ({
          ...(labels[label] ?? { width: 0, height: 0 }),
          wanted: labels[label] ?? { x: 0, y: 0 },
          x,
          y,
        }));
        for (const [index, one] of placed.entries()) {
          for (const dot of dots) {
            expect(isClear(one, { ...dot, width: 0, height: 0 }, 6)).toBe(true);
          }
          for (const other of placed.slice(index + 1)) expect(isClear(one, other, 0)).toBe(true);
          expect(one.x - one.width / 2).toBeGreaterThanOrEqual(0);
          expect(one.y + one.height / 2).toBeLessThanOrEqual(size.height);
          expect(Math.hypot(one.x - one.wanted.x, one.y - one.wanted.y)).toBeLessThan(71);
        }
      }),
    );
  });

  it("have lines to their points that cross no other label, and no other line", () => {
    // Dots fill a disc, so that every label has its place around it.
    const dots = Array.from({ length: 900 }, (_, index) => ({
      x: 300 + 66 * Math.sqrt(index / 900) * Math.cos(index * 2.4),
      y: 200 + 66 * Math.sqrt(index / 900) * Math.sin(index * 2.4),
    }));
    const labels = dots.slice(0, 24).map((dot) => ({ ...dot, width: 60, height: 18 }));
    const placed = placeLabels(labels, {
      ...size,
      dots: dotGrid({ x: dots.map(({ x }) => x), y: dots.map(({ y }) => y) }),
      gap: 4,
      farthest: 130,
    });
    expect(placed.length).toBeGreaterThan(5);
    const lines = placed.map(({ label, x, y }) => {
      const point = labels[label] ?? { x, y };
      return { label, from: { x, y }, to: { x: point.x, y: point.y } };
    });
    for (const line of lines) {
      for (const other of lines.filter(({ label }) => label !== line.label)) {
        expect(cross(line, other)).toBe(false);
        const box = { ...other.from, width: 60, height: 18 };
        for (let part = 0.01; part < 1; part += 0.01) {
          const x = line.from.x + (line.to.x - line.from.x) * part;
          const y = line.from.y + (line.to.y - line.from.y) * part;
          expect(isClear({ x, y, width: 0, height: 0 }, box, 0)).toBe(true);
        }
      }
    }
  });

  it.each([
    ["an X", [0, 0, 10, 10], [0, 10, 10, 0], true],
    ["two lines side by side", [0, 0, 10, 10], [0, 5, 10, 15], false],
    ["two lines from one point", [0, 0, 10, 10], [0, 0, 10, 0], false],
    ["a line that ends before the other", [0, 0, 4, 4], [0, 10, 10, 0], false],
  ] as const)("know whether lines cross: %s", (_, one, other, expected) => {
    const line = ([fromX, fromY, toX, toY]: readonly [number, number, number, number]) => ({
      from: { x: fromX, y: fromY },
      to: { x: toX, y: toY },
    });
    expect(cross(line(one), line(other))).toBe(expected);
  });

  it("stay clear of dots that grow less than the map does", () => {
    fc.assert(
      fc.property(made, fc.double({ min: 1, max: 8, noNaN: true }), ({ dots, labels }, zoom) => {
        for (const { label, x, y } of place({ dots, labels })) {
          const { width = 0, height = 0 } = labels[label] ?? {};
          const box = { x: x * zoom, y: y * zoom, width, height };
          for (const dot of dots) {
            const at = { x: dot.x * zoom, y: dot.y * zoom, width: 0, height: 0 };
            expect(isClear(box, at, 6 * zoom ** 0.35)).toBe(true);
          }
        }
      }),
    );
  });

  it("go to their point where it is free, the first ones first, and are left out where nothing is", () => {
    const label = { x: 300, y: 200, width: 100, height: 18 };
    expect(place({ dots: [], labels: [label] })).toEqual([{ label: 0, x: 300, y: 200 }]);
    const two = place({ dots: [], labels: [label, label] });
    expect(two[0]).toEqual({ label: 0, x: 300, y: 200 });
    expect(two[1]?.label).toBe(1);
    const everywhere = Array.from({ length: 2400 }, (_, index) => ({
      x: (index % 60) * 10,
      y: Math.floor(index / 60) * 10,
    }));
    expect(place({ dots: everywhere, labels: [label] })).toEqual([]);
  });
});
