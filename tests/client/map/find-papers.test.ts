import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  boxBetween,
  nearestPaper,
  nextPaper,
  paperInOrder,
  papersIn,
} from "../../../src/client/map/find-papers.ts";

describe("finding papers on the map", () => {
  const data = { x: [100, 200, 210, 500], y: [100, 100, 180, 400] };
  const all = () => true;

  it("finds the nearest visible paper within a radius", () => {
    expect(nearestPaper(data, { x: 195, y: 105 }, 20, all)).toBe(1);
    expect(nearestPaper(data, { x: 195, y: 105 }, 120, (paper) => paper !== 1)).toBe(2);
    expect(nearestPaper(data, { x: 300, y: 300 }, 20, all)).toBeUndefined();
  });

  it.each([
    [0, "ArrowRight", 1],
    [1, "ArrowLeft", 0],
    [1, "ArrowDown", 2],
    [2, "ArrowUp", 1],
    [3, "ArrowUp", 1],
    [0, "ArrowLeft", undefined],
    [3, "ArrowDown", undefined],
  ] as const)("moves from paper %i with %s to %s", (from, direction, to) => {
    expect(nextPaper(data, from, direction, all)).toBe(to);
  });

  it("finds a paper in a direction if there is any, and never one in the other direction", () => {
    const positions = fc.array(fc.tuple(fc.nat({ max: 50 }), fc.nat({ max: 50 })), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(positions, (list) => {
        const map = { x: list.map(([x]) => x), y: list.map(([, y]) => y) };
        const right = nextPaper(map, 0, "ArrowRight", all);
        const [first] = map.x;
        if (right === undefined) expect(Math.max(...map.x)).toBe(first);
        else expect(map.x[right]).toBeGreaterThan(first ?? 0);
      }),
    );
  });

  it.each([
    [0, "PageDown", 1],
    [1, "PageDown", 3],
    [3, "PageDown", undefined],
    [3, "PageUp", 1],
    [0, "PageUp", undefined],
    [1, "Home", 0],
    [0, "End", 3],
  ] as const)(
    "steps through the visible papers in order: from %i with %s to %s",
    (from, step, to) => {
      expect(paperInOrder(data, from, step, (paper) => paper !== 2)).toBe(to);
    },
  );

  it("lists the papers in a box in their order, whichever corner it was drawn from", () => {
    const box = boxBetween({ x: 220, y: 190 }, { x: 90, y: 90 });
    expect(papersIn(data, box, all)).toEqual([0, 1, 2]);
    expect(papersIn(data, box, (paper) => paper !== 1)).toEqual([0, 2]);
    expect(papersIn(data, undefined, all)).toEqual([0, 1, 2, 3]);
  });
});
