import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  contrast,
  difference,
  differenceOfLab,
  linear,
  seenWith,
  visions,
} from "../fixtures/colour-vision.ts";

const styles = join(import.meta.dirname, "../../src/styles");
const read = (name: string) => readFileSync(join(styles, name), "utf8");
const pairs = (text: string, name: string) => [
  ...text.matchAll(new RegExp(`--(${name}): light-dark\\((#[\\da-f]{6}), (#[\\da-f]{6})\\)`, "g")),
];
const families = pairs(read("map-families.css"), "family-\\w+");
const [[, , ...papers] = []] = pairs(read("tokens.css"), "paper-raised");
const schemes = (["light", "dark"] as const).map((scheme, index) => ({
  scheme,
  paper: linear(papers[index] ?? ""),
  colours: families.map(([, name = "", ...both]) => ({ name, colour: linear(both[index] ?? "") })),
}));

describe.each(schemes)("the colours of the map in the $scheme scheme", ({ paper, colours }) => {
  it("are one for each family, and one for the others", () => {
    expect(colours).toHaveLength(10);
  });

  it.each(visions)("are told apart with %s", (vision) => {
    const alike = colours.flatMap((one, index) =>
      colours.slice(index + 1).flatMap((other) => {
        const apart = difference(seenWith(vision, one.colour), seenWith(vision, other.colour));
        return apart < (vision === "full colour vision" ? 20 : 12)
          ? [`${one.name} and ${other.name}: ${apart.toFixed(1)}`]
          : [];
      }),
    );
    expect(alike).toEqual([]);
  });

  it("have a contrast of at least 3:1 with the map", () => {
    const weak = colours.filter(({ colour }) => contrast(colour, paper) < 3);
    expect(weak.map(({ name }) => name)).toEqual([]);
  });
});

describe("the difference of colours", () => {
  // From G. Sharma, W. Wu and E. N. Dalal, "The CIEDE2000 Color-Difference Formula", 2005, table 1.
  it.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
    [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ] as const)("of %j and %j is that of the published table", (one, other, expected) => {
    expect(differenceOfLab(one, other)).toBeCloseTo(expected, 3);
  });
});
