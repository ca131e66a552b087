import { describe, expect, it } from "vitest";
import { findWholeMath } from "../../src/math/restore/whole-math.ts";

const latexIn = (text: string) => findWholeMath(text).map(({ latex }) => latex);

describe("findWholeMath", () => {
  it.each([
    ["an $\\epsilon$-net", ["\\epsilon"]],
    ["$x$ and $y$", ["x", "y"]],
    ["$$E = mc^2$$", ["E = mc^2"]],
    ["\\(a+b\\) and \\[c\\]", ["a+b", "c"]],
    ["$5^2$ is", ["5^2"]],
    ["$10 < n$", ["10 < n"]],
    ["Pass@$k$:", ["k"]],
    ["($\\$5$)", ["\\$5"]],
    ["$O(\\log n)$.", ["O(\\log n)"]],
    ["$3\\%$", ["3\\%"]],
    ["$\\text{if $x$ holds}$ and $y$", ["\\text{if $x$ holds}", "y"]],
    ["$\\text{a $x$ and $y$", ["\\text{a", "y"]],
    ["$\\mbox{a}$b$c$", ["\\mbox{a}", "c"]],
  ])("finds the formulas of %j", (text, latex) => {
    expect(latexIn(text)).toEqual(latex);
  });

  it.each([
    "$5 million and $6 million",
    "from $5 to $10",
    "US$3-$4 a month",
    "costs $20, not $30.",
    "$100k$ or $1.5bn$",
    "\\$5 and \\$6",
    "a $ b $ c",
    "$$",
    "$$$$",
    "one $ alone",
    "$HOME/bin and $PATH",
    "cost (in $) and price (in $)",
  ])("takes nothing in %j for a formula", (text) => {
    expect(latexIn(text)).toEqual([]);
  });

  it("gives the position of a formula, delimiters included", () => {
    const text = "an $\\epsilon$-net";
    const [found] = findWholeMath(text);
    expect(text.slice(found?.start, found?.end)).toBe("$\\epsilon$");
  });
});
