import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spreadOver } from "../../../src/client/map/stage.ts";
import {
  moved,
  revealing,
  toPlace,
  toScreen,
  wholeMap,
  zoomed,
} from "../../../src/client/map/viewport.ts";

const point = fc.record({
  x: fc.double({ min: 0, max: 700, noNaN: true }),
  y: fc.double({ min: 0, max: 500, noNaN: true }),
});
const act = fc.oneof(
  fc.record({ factor: fc.double({ min: 0.2, max: 5, noNaN: true }), at: point }),
  fc.record({ dx: fc.integer({ min: -900, max: 900 }), dy: fc.integer({ min: -900, max: 900 }) }),
);
const viewport = fc
  .array(act, { maxLength: 12 })
  .map((acts) =>
    acts.reduce(
      (view, one) =>
        "factor" in one ? zoomed(view, one.factor, one.at) : moved(view, one.dx, one.dy),
      wholeMap(700, 500),
    ),
  );

describe("the part of the map in view", () => {
  it("never leaves the map, whatever a reader does", () => {
    fc.assert(
      fc.property(viewport, (view) => {
        expect(view.zoom).toBeGreaterThanOrEqual(1);
        const start = toPlace(view, { x: 0, y: 0 });
        const end = toPlace(view, { x: 700, y: 500 });
        expect(Math.min(start.x, start.y)).toBeGreaterThanOrEqual(-1e-6);
        expect(end.x).toBeLessThanOrEqual(700 + 1e-6);
        expect(end.y).toBeLessThanOrEqual(500 + 1e-6);
      }),
    );
  });

  it("keeps what is under the pointer there while it is enlarged", () => {
    fc.assert(
      fc.property(viewport, point, (view, at) => {
        const place = toPlace(view, at);
        const after = toScreen(zoomed(view, 1.5, at), place);
        expect(Math.hypot(after.x - at.x, after.y - at.y)).toBeLessThan(1e-6);
      }),
    );
  });

  it("moves only as far as is needed to show a place", () => {
    fc.assert(
      fc.property(viewport, point, (view, place) => {
        const { x, y } = toScreen(revealing(view, place), place);
        expect(x).toBeGreaterThanOrEqual(-1e-6);
        expect(x).toBeLessThanOrEqual(700 + 1e-6);
        expect(y).toBeGreaterThanOrEqual(-1e-6);
        expect(y).toBeLessThanOrEqual(500 + 1e-6);
      }),
    );
    const view = zoomed(wholeMap(700, 500), 2, { x: 0, y: 0 });
    expect(revealing(view, { x: 150, y: 100 })).toEqual(view);
  });
});

describe("the places of papers on the canvas", () => {
  const data = { x: [0, 1000, 500], y: [0, 720, 180] };

  it("fill a wide one", () => {
    const { x, y } = spreadOver(data, 800, 600);
    expect([...x]).toEqual([0, 800, 400]);
    expect([...y]).toEqual([0, 600, 150]);
  });

  it("are on their side in one that is higher than wide", () => {
    const { x, y } = spreadOver(data, 360, 500);
    expect([...x]).toEqual([0, 360, 90]);
    expect([...y]).toEqual([0, 500, 250]);
  });
});
