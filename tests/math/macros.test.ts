import { describe, expect, it } from "vitest";
import { expandMacros } from "../../src/math/expand-macros.ts";
import { macros, macroTables } from "../../src/math/macros.ts";
import { plainFormula } from "../../src/math/plain-formula.ts";
import { katexOptionsWith, typeset } from "../../src/math/typeset.ts";
import { formulaWords } from "../../src/search/text/formula.ts";

// Formulas of arXiv's abstracts, with what descriptions and feeds show of them.
const cases: readonly (readonly [latex: string, plain: string])[] = [
  ["\\mathds{1}_{x}", "1ₓ"],
  ["\\mathbbm{1}", "1"],
  ["\\mathbbm{R}^n", "ℝⁿ"],
  ["\\nicefrac{1}{2}", "1/2"],
  ["\\norm{x}\\leq\\eps", "‖x‖≤ε"],
  ["\\norm*{x}y", "‖x‖y"],
  ["\\abs{x}", "|x|"],
  ["x\\xspace", "x"],
  ["\\mbox{rank}(A)", "rank(A)"],
  ["\\textsc{Max}", "Max"],
  ["\\ensuremath{\\alpha}", "α"],
  ["x \\label{eq:a_b}", "x"],
  ["\\bm{\\theta}", "θ"],
  ["\\argmax_x f", "argmaxₓ f"],
  ["1\\unicode{x2013}5", "1–5"],
  ["\\cO(\\log n)", "O(log n)"],
  ["\\calO(1)", "O(1)"],
  ["\\IR^N", "ℝᴺ"],
  ["\\RR^n", "ℝⁿ"],
  ["\\bx \\in \\sX", "x ∈ X"],
  ["3 \\textless{} p", "3 < p"],
  ["r^{\\-N/2}", "r^(N/2)"],
  ["\\pdv{f}{x}", "∂f/∂x"],
  ["\\mathcal{O}(n)", "O(n)"],
  ["\\underline{x}", "x"],
  ["x \\subsetneq y", "x ⊊ y"],
  ["a \\equiv b \\pmod{p}", "a ≡ b (mod p)"],
  ["\\binom{n}{k}", "(n choose k)"],
  ["\\operatorname*{arg\\,max}_x", "arg maxₓ"],
  ["x \\not\\in A \\not= B", "x ∉ A ≠ B"],
  ["\\cfrac{a}{b} \\footnotesize c", "a/b c"],
  ["\\set{x} \\ket{0}\\kern1pt y", "{x} |0⟩ y"],
  ["a \\defeq b", "a := b"],
  ["\\SI{3}{\\kilo\\metre}", "3 km"],
  ["5\\euro", "5€"],
  ["5\\,\\upmu\\mathrm{m}", "5 μm"],
  ["P(A \\given B)", "P(A | B)"],
  ["\\half x \\eqref{eq:a}", "1/2 x"],
  ["\\widebar{x} \\minus 1", "x̄ - 1"],
  ["\\ang{5}", "5°"],
  ["f \\st x > 0", "f s.t. x > 0"],
];

describe("macros of arXiv's abstracts", () => {
  it.each(cases)("%s is typeset, and is %s in plain text", (latex, plain) => {
    expect(typeset(latex)).toHaveProperty("html");
    expect(plainFormula(latex)).toBe(plain);
  });

  it("are all typeset by KaTeX, with a source for each", () => {
    for (const table of macroTables) {
      expect(table.source).not.toBe("");
      for (const name of Object.keys(table.macros)) {
        expect(typeset(`\\${name}{x}{y}`), name).toHaveProperty("html");
      }
    }
  });

  it("keep the author's source in the page", () => {
    expect(typeset("\\eps")).toEqual({
      html: expect.stringContaining('<annotation encoding="application/x-tex">\\eps<'),
    });
  });

  it("are found by the words that they stand for", () => {
    expect(formulaWords(expandMacros("\\norm{\\cA_\\eps}", macros)).words).toEqual([
      "A",
      "epsilon",
    ]);
  });
});

describe("expanding macros", () => {
  it.each([
    ["a command before a letter", "\\set x", { set: "\\mathcal#1" }, "\\mathcal x"],
    ["nested arguments", "\\f{\\f{a}}", { f: "[#1]" }, "[[a]]"],
    ["two arguments, one of them a command", "\\in\\alpha{b}", { in: "#2#1" }, "b\\alpha"],
    ["a longer name", "\\optimal", { opt: "x" }, "\\optimal"],
    ["an argument that is missing", "\\f", { f: "[#1]" }, "\\f"],
    ["a brace that is missing", "\\f{a", { f: "[#1]" }, "\\f{a"],
    ["macros without an end", "\\a", { a: "\\b\\b", b: "\\a\\a" }, "\\a"],
    ["an escaped brace", "\\f{\\}}", { f: "[#1]" }, "[\\}]"],
    ["names of objects", "\\constructor", {}, "\\constructor"],
  ])("knows %s", (_, latex, table, expanded) => {
    expect(expandMacros(latex, table)).toBe(expanded);
  });

  it("gives each formula definitions of its own", () => {
    expect(typeset("\\gdef\\mine{x}\\mine")).toHaveProperty("html");
    expect(typeset("\\mine")).toHaveProperty("refused");
    const { macros: first } = katexOptionsWith({ OPT: "x" });
    expect(first).toHaveProperty("\\OPT", "x");
  });
});
