import rehypeKatex from "rehype-katex";
import rehypeStringify from "rehype-stringify";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { setFormulaWidths } from "../../src/math/formula-widths.ts";
import { katexOptions, typeset } from "../../src/math/typeset.ts";

/** The widths of the parts of a formula, in the size of its letters. */
function widthsOf(latex: string): (number | undefined)[] {
  const made = typeset(latex);
  return partsOf("html" in made ? made.html : "");
}

function partsOf(html: string): (number | undefined)[] {
  return [...html.matchAll(/<span class="katex-base"(?: style="width:([\d.]+)em;")?>/g)].map(
    ([, width]) => (width === undefined ? undefined : Number(width)),
  );
}

describe("the widths of formulas", () => {
  // As Chromium measures them with KaTeX's fonts at 100 pixels.
  it.each<[string, number[]]>([
    ["90^\\circ", [1.4]],
    ["x''", [1.007]],
    ["\\hat{y}", [0.5258]],
    ["\\widehat{xyz}", [1.6067]],
    ["\\overline{ab}", [0.9581]],
    ["\\sqrt[3]{x}", [1.3772]],
    ["\\sqrt{\\frac{a}{b}}", [1.6103]],
    ["\\left(\\frac{a^2}{b}\\right)", [2.1042]],
    ["\\left\\{\\begin{array}{l}a\\\\b\\\\c\\\\d\\end{array}\\right.", [2.5381]],
    ["\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}", [3.5213]],
    ["\\begin{cases}1&x\\\\2&y\\end{cases}", [2.9981]],
    ["\\xrightarrow{abc}", [1.6738]],
    ["\\underbrace{abc}_{n}", [1.6]],
    ["\\text{if } x", [1.4061]],
    ["\\textbf{a}\\textit{b}", [1.0191]],
    ["\\mathfrak{g}", [0.5041]],
    ["\\mathscr{L}", [1.0659]],
    ["\\mathsf{AB}", [1.3341]],
    ["\\boldsymbol{\\theta}", [0.5939]],
    ["\\mathbb{R}^{d\\times d}", [2.0448]],
    ["\\mathcal{O}(n\\log n)", [4.4269]],
    ["\\operatorname*{arg\\,max}_x", [3.8839]],
    ["\\displaystyle\\sum_{i=1}^n x_i", [2.4742]],
    ["\\int_0^1 f", [1.8305]],
    ["\\Big(\\big(", [1.0552]],
    ["\\neq b", [1.0558, 0.4291]],
    ["\\coloneqq", [0.9897]],
    ["\\pmod n", [0.4444, 3.6005]],
    ["\\Huge x", [1.4231]],
    ["\\boxed{x}", [1.172]],
    ["\\rule{1em}{2em}", [1]],
  ])("%s", (latex, measured) => {
    const widths = widthsOf(latex);
    expect(widths.length).toBe(measured.length);
    for (const [index, width] of measured.entries()) expect(widths[index]).toBeCloseTo(width, 2);
  });

  it.each(["x''", "\\widehat{xyz}", "a<b", "\\left(\\frac{a^2}{b}\\right)", "\\text{if } x"])(
    "are the same in an owner's note: %s",
    (latex) => {
      const html = unified()
        .use(remarkParse)
        .use(remarkMath)
        .use(remarkRehype)
        .use(rehypeKatex, { ...katexOptions })
        .use(setFormulaWidths)
        .use(rehypeStringify)
        .processSync(`$${latex}$`);
      expect(partsOf(String(html))).toEqual(widthsOf(latex));
      expect(widthsOf(latex)).not.toContain(undefined);
    },
  );

  it("are left to browsers where KaTeX's table and its fonts differ", () => {
    expect(widthsOf("\\iint f")).toEqual([undefined]);
  });
});
