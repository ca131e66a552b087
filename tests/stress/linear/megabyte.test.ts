import { describe, expect, it } from "vitest";
import { limitedPoints, linearPoints } from "./entry-points.ts";
import { families } from "./families.ts";
import { timeOf } from "./measure.ts";

/** The families that have been seen to stop a parser. */
const worst = new Set(
  [
    ...[
      "{",
      "[",
      "<",
      "$",
      "*",
      "`",
      "\\",
      "&",
      '"',
      " ",
      "\n",
      "a",
      "\u0301",
      "*a",
      "> ",
      "a\n\n",
    ],
    ...["](", "\\text{a} ", "\\begin{", "@article{", "TY  - ", "http://", "<b><i>", "x_{", "\\(a"],
  ].map((unit) => JSON.stringify(unit)),
);
const chosen = families.filter(({ name }) => worst.has(name));

/** Milliseconds of the processor. Most take less than one second. */
const most = 30_000;

const points = {
  ...limitedPoints,
  ...Object.fromEntries(
    ["read: any file", "find formulas", "clean words", "clean", "write entry"].map((name) => [
      name,
      linearPoints[name] ?? (() => undefined),
    ]),
  ),
};

describe("a million characters are read in seconds", () => {
  it.each(Object.entries(points))("in: %s", (_, work) => {
    const slow = chosen.flatMap(({ name, text }) => {
      const million = text(1_000_000);
      const time = timeOf(() => work(million));
      return time > most ? [`${name}: ${(time / 1000).toFixed(0)} s`] : [];
    });
    expect(slow).toEqual([]);
  });
});
