import { expect, it } from "vitest";
import { digitsOf } from "../../src/text/written-number.ts";

it.each([
  ["I", "1"],
  ["iv", "4"],
  ["XIX", "19"],
  ["XLII", "42"],
  ["LXVIII", "68"],
  ["Third", "3"],
  ["iiii", undefined],
  ["vx", undefined],
  ["", undefined],
  ["12", undefined],
])("%s in digits is %s", (text, digits) => {
  expect(digitsOf(text)).toBe(digits);
});
