import rehypeKatex from "rehype-katex";
import rehypeStringify from "rehype-stringify";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { showRefusedFormulas } from "../../src/math/refused-formulas.ts";
import { katexOptionsWith, typeset } from "../../src/math/typeset.ts";
import { inlineFormula } from "../../src/text/html/tex-source.ts";

const macros = { mine: "\\mathrm{m}" };
const html = (note: string) =>
  unified()
    .use(remarkParse)
    .use(remarkMath)
    .use(remarkRehype)
    .use(showRefusedFormulas(macros))
    .use(rehypeKatex, katexOptionsWith(macros))
    .use(rehypeStringify)
    .processSync(note)
    .toString();

describe("a formula of a note", () => {
  it.each([
    ["So $\\nope{x}$.", '<p>So <code class="formula-source">\\nope{x}</code>.</p>'],
    ["$$\n\\frac{a\n$$", '<pre><code class="formula-source">\\frac{a</code></pre>'],
  ])("is shown as its source where KaTeX refuses it: %s", (note, shown) => {
    expect(html(note)).toBe(shown);
  });

  it.each(["$\\mine$", "$$\nx \\tag{1}\n$$", "$$\n\\begin{align}a&=b\\end{align}\n$$"])(
    "is typeset with the owner's macros, and what only displayed formulas have: %s",
    (note) => {
      expect(html(note)).not.toContain("formula-source");
      expect(html(note)).toContain('class="katex"');
    },
  );
});

describe("a displayed formula in a line", () => {
  it.each([
    ["\\begin{align*}a&=b\\\\c&=d\\end{align*}", "\\begin{aligned}a&=b\\\\c&=d\\end{aligned}"],
    ["\\begin{alignat}{2}a&=b\\end{alignat}", "\\begin{aligned}a&=b\\end{aligned}"],
    [
      "\\begin{equation}\\begin{split}x\\end{split}\\end{equation}",
      "\\begin{aligned}x\\end{aligned}",
    ],
    ["x=1\\label{eq:x}\\nonumber", "x=1"],
    ["x=1 \\tag{3a}", "x=1 \\quad(\\text{3a})"],
    ["x=1 \\tag*{A}", "x=1 \\quad\\text{A}"],
    ["\\begin{gather}a\\\\b\\end{gather}", "\\begin{gathered}a\\\\b\\end{gathered}"],
    ["\\begin{matrix}a\\end{matrix}", "\\begin{matrix}a\\end{matrix}"],
  ])("of %s is %s", (latex, inLine) => {
    expect(inlineFormula(latex)).toBe(inLine);
    expect(typeset(inLine)).toHaveProperty("html");
  });
});
