import { describe, expect, it } from "vitest";
import { contextOf } from "../../src/math/restore/context.ts";
import { typedSigns } from "../../src/math/restore/typing.ts";

describe("how the formulas of a text are typed", () => {
  it.each([
    ["an MSE of 2.8 x 10^-5 with 2^10 grids", 2],
    ["R^2 <= 0.9 -> 1, at sqrt(d-1)", 3],
    ["lambda_* = a * b", 1],
    ["x^2 and x^{-1}, at 2.5times the cost -- as before", 0],
  ])("%j has %i signs of typing without LaTeX", (text, typed) => {
    expect(typedSigns(text)).toBe(typed);
  });
});

describe("what a text is about", () => {
  it.each([
    ["We prove a theorem on upper bounds; we prove it for the upper bounds of all.", 3, 0],
    ["Language models, fine-tuned on open-source code, bound to be the state-of-the-art", 0, 5],
    ["The bounds of a model and its source", 0, 0],
  ])("%j", (text, theory, bench) => {
    expect(contextOf(text).genre).toEqual({ theory, bench });
  });
});
