import { describe, expect, it } from "vitest";
import { findWholeMath } from "../../src/math/restore/index.ts";

const found = (text: string): string[] => findWholeMath(text).map(({ latex }) => latex);

describe("findWholeMath", () => {
  it.each([
    ["an $x^2$ and $n$", ["x^2", "n"]],
    ["$2.5\\times$ faster on 256$\\times$256", ["2.5\\times", "\\times"]],
    ["\\(a+b\\) and \\[c\\]", ["a+b", "c"]],
    ["$$ E = mc^2 $$", ["E = mc^2"]],
    ["$ \\alpha $-stable", ["\\alpha"]],
    ["a set $\\{0,1\\}$ of $k$-means", ["\\{0,1\\}", "k"]],
  ])("%s", (text, formulas) => {
    expect(found(text)).toEqual(formulas);
  });

  it.each([
    "from $5 to $10",
    "$100-$200 a month",
    "costs $5, then $3 million and $4",
    "only one $ here",
    "escaped \\$5 and \\$6",
    "between $5/$10",
    "open \\(x and $$y",
  ])("%s is no formula", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("gives the position of a formula, and whether it is displayed", () => {
    expect(findWholeMath("a $$x$$ b \\(y\\)")).toEqual([
      { start: 2, end: 7, latex: "x", display: true, delimiter: "$$" },
      { start: 10, end: 15, latex: "y", display: false, delimiter: "\\(" },
    ]);
  });
});
