import { describe, expect, it } from "vitest";
import { rebuild } from "../../src/math/restore/rebuild.ts";
import model from "../../src/math/restore/weights.json" with { type: "json" };

const cases: readonly (readonly [damaged: string, latex: string])[] = [
  ["mlog", "m\\log"],
  ["O(mlog(m))", "O(m\\log(m))"],
  ["tildeOmega(C^*)", "\\tilde\\Omega(C^*)"],
  ["Oleft( n right)", "O\\left( n \\right)"],
  ["O left( KT + (m+M)K right)", "O \\left( KT + (m+M)K \\right)"],
  ["left( n", "( n"],
  ["T_{max}", "T_{\\max}"],
  ["u_{in}", "u_{in}"],
  ["Q^{tot}", "Q^{tot}"],
  ["L^infty", "L^\\infty"],
  ["360^{circ}", "360^{\\circ}"],
  ["x in {0,1}^n", "x \\in \\{0,1\\}^n"],
  ["{p}_{theta}(Y|X)", "{p}_{\\theta}(Y|X)"],
  ["|u|_{L^2}", "\\|u\\|_{L^2}"],
  ["54.0%", "54.0\\%"],
  ["T propto D^γ", "T \\propto D^\\gamma"],
  ["Δlog p", "\\Delta\\log p"],
  ["epsilon_{mathrm{RM}^2C^*/k}", "\\epsilon_{\\mathrm{RM}^2C^*/k}"],
  ["256times256", "256\\times256"],
  ["xinR", "x\\in R"],
  ["{rm Ma} ll 1", "{\\rm Ma} \\ll 1"],
  ["otimes", "\\otimes"],
  ["K^{*}!sim!(N", "K^{*}\\!\\sim\\!(N"],
  ["0,rightarrow,1", "0\\,\\rightarrow\\,1"],
  ["min mathbb N", "m\\in \\mathbb N"],
  ["limsup_{ntoinfty}", "\\limsup_{n\\to\\infty}"],
  ["b_{in}", "b_{in}"],
  ["O(n/eps^2)", "O(n/\\varepsilon^2)"],
  ["Om(n log n)", "\\Omega(n \\log n)"],
  ["a_{steps}", "a_{steps}"],
];

describe("rebuild", () => {
  it.each(cases)("%s is %s", (damaged, latex) => {
    expect(rebuild(damaged, model.costs).latex).toBe(latex);
  });

  it.each([
    ["1{n}", true],
    ["m V{varepsilon^2}", true],
    ["x_{i}", false],
    ["{p}_{theta}", false],
    ["{0,1}^n", false],
    ["mathbb{R}", false],
    ["N{=}1", false],
    ["4{,}851", false],
    ["8{times}", false],
    ["11{,}860^{+280}", false],
    ["p{<}0.01", false],
    ["1{2}", true],
    ["m{k,n}", true],
  ])("%s has lost a wrapper: %s", (damaged, lossy) => {
    expect(rebuild(damaged, model.costs).lossy).toBe(lossy);
  });
});
