import { describe, expect, it } from "vitest";
import { plainFormula, plainText } from "../../src/math/restore/index.ts";
import { plainWords } from "../../src/math/tree-text.ts";

describe("plainFormula", () => {
  it.each([
    ["G^2", "G²"],
    ["\\epsilon", "ε"],
    ["\\mathbb{R}^n", "ℝⁿ"],
    ["\\tilde\\Omega(C^*)", "Ω̃(C*)"],
    ["O(m\\log(m))", "O(m log(m))"],
    ["\\Theta_{\\epsilon}(\\log(n))", "Θ_ε(log(n))"],
    ["\\frac{a}{b}", "a/b"],
    ["x_{max}", "x_max"],
    ["L^\\infty", "L^∞"],
    ["2.5\\times", "2.5×"],
    ["360^{\\circ}", "360°"],
    ["x_1,\\dots,x_n", "x₁,…,xₙ"],
    ["\\{0,1\\}^n", "{0,1}ⁿ"],
    ["a \\le b", "a ≤ b"],
    ["\\widehat f", "f̂"],
    ["{p}_{\\theta}(Y|X)", "p_θ(Y|X)"],
    ["", ""],
    ["{{{", "{{{"],
  ])("%s is %s", (latex, text) => {
    expect(plainFormula(latex)).toBe(text);
  });
});

describe("plain words", () => {
  it("keep a fraction apart from the number before it", () => {
    const words = plainWords([
      { type: "text", value: "A 12" },
      { type: "inlineMath", value: "\\frac{1}{2}" },
      { type: "text", value: "-fold gain of 3" },
      { type: "inlineMath", value: "x" },
    ]);
    expect(words).toBe("A 12 1/2-fold gain of 3x");
  });
});

describe("plainText", () => {
  it.each([
    ["$G^2$RPO: Granular GRPO", "G²RPO: Granular GRPO"],
    ["$\\mu$P for $5 more", "μP for $5 more"],
    ["no formula", "no formula"],
  ])("%s is %s", (markdown, text) => {
    expect(plainText(markdown)).toBe(text);
  });
});
