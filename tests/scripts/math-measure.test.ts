import { describe, expect, it } from "vitest";
import { degrade } from "../../scripts/math/degrade.ts";
import { comparable, isAlike, isExact } from "../../scripts/math/measure.ts";
import { kindOf, truthOf } from "../../scripts/math/truth.ts";

const record = (original: string, degraded: string) => ({
  id: "1",
  title: "",
  original,
  degraded,
  kind: "math",
  area: "",
  era: "A",
  set: "test",
});

describe("degrade", () => {
  it.each([
    ["$\\mathbb{R}$ and $\\frac{1}{n}$", "R and 1{n}"],
    ["$\\sqrt{\\epsilon_{\\mathrm{RM}}^2C^*/k}$", "epsilon_{mathrm{RM}^2C^*/k}"],
    ["$x_1,\\dots,x_n$ at 3.4\\%", "x_1,dots,x_n at 3.4\\%"],
    ["from $5 to $6", "from 5 to 6"],
  ])("%s", (original, damaged) => {
    expect(degrade(original, "A")).toBe(damaged);
  });

  it("turns Greek into Unicode in the later era", () => {
    expect(degrade("$\\Delta \\log p$", "B")).toBe("Δlog p");
  });
});

describe("truthOf", () => {
  it("places each original formula in the damaged text", () => {
    const text = "We use $\\mathbb{R}^n$ and $k$, with $2.5\\times$.";
    const damaged = "We use R^n and k, with 2.5times.";
    const spans = truthOf(record(text, damaged))?.spans ?? [];
    expect(spans.map(({ start, end, kind }) => [damaged.slice(start, end), kind])).toEqual([
      ["R^n", "damaged"],
      ["k", "letter"],
      ["2.5times", "damaged"],
    ]);
    expect(spans.map(({ recoverable }) => recoverable)).toEqual(["R^n", "k", "2.5\\times"]);
  });

  it("allows for the blanks that the source takes out", () => {
    const spans = truthOf(record("a  $ x^2 $ b ", "a x^2 b"))?.spans ?? [];
    expect(spans.map(({ start, end }) => [start, end])).toEqual([[2, 5]]);
  });

  it("gives nothing where the damage is another", () => {
    expect(truthOf(record("a $x$", "b"))).toBeUndefined();
  });

  it.each([
    ["x^2", "damaged"],
    ["\\times", "damaged"],
    ["n", "letter"],
    ["54\\%", "plain"],
    ["word", "other"],
  ])("%s is %s", (recoverable, kind) => {
    expect(kindOf(recoverable)).toBe(kind);
  });
});

describe("comparing", () => {
  it.each([
    ["\\left( x \\right)", "(x)"],
    ["\\mathbb{R}^n", "R^n"],
    ["Δ\\log p", "\\Delta \\log p"],
    ["x \\leftarrow y", "x\\leftarrow y"],
  ])("%s is %s", (a, b) => {
    expect(comparable(a)).toBe(comparable(b));
  });

  it("tells exact from alike", () => {
    const text = "is 3times faster";
    const original = { start: 3, end: 9, recoverable: "3\\times", kind: "damaged" } as const;
    const span = {
      start: 4,
      end: 9,
      source: "times",
      latex: "\\times",
      confidence: 1,
      lossy: false,
    };
    expect(isExact(span, original)).toBe(false);
    expect(isAlike(text, [span], [original], original)).toBe(true);
  });

  it("compares the span and what touches it, without the dollars", () => {
    const text = "for lambda, mu at 5% and x to y";
    const truth = (start: number, end: number, recoverable: string) => ({
      start,
      end,
      recoverable,
      kind: "damaged" as const,
    });
    const span = (start: number, end: number, latex: string) => ({
      start,
      end,
      latex,
      source: text.slice(start, end),
      confidence: 1,
      lossy: false,
    });
    const both = truth(4, 14, "\\lambda, \\mu");
    const two = [span(4, 10, "\\lambda"), span(12, 14, "\\mu")];
    expect(isAlike(text, two, [both], both)).toBe(true);
    expect(isAlike(text, two.slice(0, 1), [both], both)).toBe(false);
    expect(isAlike(text, [], [both], both)).toBe(false);
    const mu = truth(12, 20, "\\mu at 5\\%");
    expect(isAlike(text, [span(12, 14, "\\mu")], [mu], mu)).toBe(true);
    const x = truth(25, 26, "x");
    expect(isAlike(text, [span(25, 31, "x \\to y")], [x, truth(30, 31, "y")], x)).toBe(false);
  });
});
