import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSteadily } from "../../src/search/index/split-steadily.ts";

const split = (items: readonly string[], size: number) =>
  splitSteadily(items, { size, nameOf: (item) => item });

const numbered = (count: number) => Array.from({ length: count }, (_, at) => `paper-${at * 7}`);

describe("a list that is split steadily", () => {
  it("has all items in their order, in parts of about the size", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { maxLength: 300 }),
        fc.integer({ min: 1, max: 40 }),
        (items, size) => {
          const parts = split(items, size);
          expect(parts.flat()).toEqual(items);
          const apart = size === 1 ? 0 : Math.max(1, Math.floor(size / 4));
          for (const [at, { length }] of parts.entries()) {
            expect(length).toBeLessThanOrEqual(size + apart);
            if (at < parts.length - 1) expect(length).toBeGreaterThanOrEqual(size - apart);
          }
        },
      ),
    );
  });

  it("puts an item that is larger than any part into one of its own", () => {
    const sizes = [3, 50, 3, 3, 60, 70];
    const parts = splitSteadily(sizes, { size: 10, nameOf: String, sizeOf: (size) => size });
    expect(parts).toEqual([[3], [50], [3, 3], [60], [70]]);
  });

  it.each([2, 3, 8, 30])("keeps most parts of %i if items come and go", (size) => {
    const items = numbered(3000);
    const before = new Set(split(items, size).map(String));
    for (const [start, removed, added] of [
      [100, 0, ["new"]],
      [1500, 1, []],
      [2000, 3, ["a", "b"]],
    ] as const) {
      const after = split(items.toSpliced(start, removed, ...added), size).map(String);
      expect(after.filter((part) => !before.has(part)).length).toBeLessThan(20);
    }
  });
});
