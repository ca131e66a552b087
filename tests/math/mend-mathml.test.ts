import type { Element, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import katex from "katex";
import { visit } from "unist-util-visit";
import { describe, expect, it } from "vitest";
import { mathmlOf } from "../../src/math/mathml.ts";
import { mendMathml, withSoundMathml } from "../../src/math/mend-mathml.ts";
import { typeset } from "../../src/math/typeset.ts";
import { unsoundMathml } from "../fixtures/unsound-mathml.ts";

const formulas = [
  String.raw`x_{\max}`,
  String.raw`{\log}_2 n`,
  String.raw`\frac{\log}{x}`,
  String.raw`x^{\operatorname{arg\,max}}`,
  String.raw`\prod_{i}^{\max}`,
  String.raw`\sqrt[\log]{x}`,
  String.raw`\hat{\log}`,
  String.raw`\overline{\sin}_2`,
  String.raw`\binom{\log}{\exp}`,
  String.raw`\overbrace{x}^a_b`,
  String.raw`\overbrace{\log}^{\max}`,
];

describe("MathML with functions and braces", () => {
  it.each(formulas)("is unsound as KaTeX makes it, and sound in pages and search: %s", (latex) => {
    expect(unsoundMathml(katex.renderToString(latex, { output: "mathml" }))).not.toEqual([]);
    const made = typeset(latex);
    expect("html" in made ? unsoundMathml(made.html) : made.refused).toEqual([]);
    expect(unsoundMathml(mathmlOf(latex) ?? "")).toEqual([]);
  });

  it("keeps the LaTeX that it was made from, and the words", () => {
    const latex = String.raw`x_{\max} < a \& "b"`;
    const made = typeset(latex);
    const html = "html" in made ? made.html : "";
    const tree = fromHtml(html, { fragment: true });
    const sources: string[] = [];
    visit(tree, "element", ({ tagName, children: [first] }) => {
      if (tagName === "annotation" && first?.type === "text") sources.push(first.value);
    });
    expect(sources).toEqual([latex]);
    expect(html).toContain("<msub><mi>x</mi><mrow><mi>max</mi><mo>\u2061</mo></mrow></msub>");
  });

  it("is left as it is where nothing is wrong", () => {
    const html = katex.renderToString(String.raw`\log x + \frac{1}{2}`);
    expect(withSoundMathml(html)).toBe(html);
  });

  it("is mended in the tree of a note, too", () => {
    const tree: Root = fromHtml(katex.renderToString(String.raw`x_{\max}`), { fragment: true });
    mendMathml()(tree);
    const children: number[] = [];
    visit(tree, "element", (element: Element) => {
      if (element.tagName === "msub") children.push(element.children.length);
    });
    expect(children).toEqual([2]);
  });
});
