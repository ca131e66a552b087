import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shadeScale } from "../../../src/archive/charts/shades.ts";

describe("a scale of shades", () => {
  it.each([
    ["no numbers", [], []],
    ["a single number", [62], [[3, 62, 62]]],
    [
      "two numbers",
      [1, 200],
      [
        [1, 1, 199],
        [5, 200, 200],
      ],
    ],
    [
      "a few numbers",
      [4, 4, 1, 2, 2, 9],
      [
        [1, 1, 1],
        [2, 2, 3],
        [4, 4, 8],
        [5, 9, 9],
      ],
    ],
    [
      "many that are equal",
      [...Array<number>(80).fill(1), 4, 9, 17, 62, 62],
      [
        [1, 1, 3],
        [2, 4, 8],
        [3, 9, 14],
        [4, 15, 59],
        [5, 60, 62],
      ],
    ],
    [
      "all from 1 to 100",
      Array.from({ length: 100 }, (_, index) => index + 1),
      [
        [1, 1, 19],
        [2, 20, 39],
        [3, 40, 59],
        [4, 60, 79],
        [5, 80, 100],
      ],
    ],
  ])("has a step for each different number, or five, without gaps: %s", (_, counts, expected) => {
    const { steps } = shadeScale(counts);
    expect(steps.map(({ shade, from, to }) => [shade, from, to])).toEqual(expected);
  });

  it("gives more papers never a weaker shade, every number one, and the most the strongest", () => {
    const counts = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 2 });
    fc.assert(
      fc.property(counts, (numbers) => {
        const { shadeOf, steps } = shadeScale(numbers);
        const shades = numbers.toSorted((a, b) => a - b).map(shadeOf);
        expect(shades).toEqual(shades.toSorted((a, b) => a - b));
        expect(
          numbers.every((count) => (count > 0 ? shadeOf(count) >= 1 : shadeOf(count) === 0)),
        ).toBe(true);
        if (steps.length > 1) expect([steps[0]?.shade, shades.at(-1)]).toEqual([1, 5]);
        expect(
          steps.every(({ from, to }) => numbers.some((count) => count >= from && count <= to)),
        ).toBe(true);
        expect(steps.slice(1).map(({ from }) => from - 1)).toEqual(
          steps.slice(0, -1).map(({ to }) => to),
        );
      }),
    );
  });
});
