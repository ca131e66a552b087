import rehypeKatex from "rehype-katex";
import rehypeStringify from "rehype-stringify";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { katexOptions, typeset } from "../../src/math/typeset.ts";
import { scrollWideFormulas } from "../../src/math/wide-formulas.ts";

/** How often an owner's note lets a part of a formula scroll. */
function inNotes(latex: string): number {
  const html = unified()
    .use(remarkParse)
    .use(remarkMath)
    .use(remarkRehype)
    .use(rehypeKatex, { ...katexOptions })
    .use(scrollWideFormulas)
    .use(rehypeStringify)
    .processSync(`$${latex}$`);
  return partsIn(String(html));
}

function partsIn(html: string): number {
  return html.split(/<span class="wide-formula"><span class="katex-base"[ >]/).length - 1;
}

describe("what of a formula scrolls", () => {
  it.each([
    ["an ordinary one", "\\mathcal{O}(n\\log n)", 0],
    ["one that can break into short parts", "a=b=c=d=e=f=g=h=i=j=k=l=m=n=o=p=q=r=s", 0],
    ["roots, arrows and braces", "\\sqrt{x}\\to\\underbrace{ab}\\xrightarrow{f}<\\&'", 0],
    ["a kern", "a\\kern20em b=c", 1],
    ["a rule", "\\rule{20em}{1em}", 1],
    ["large letters", "\\Huge\\text{ABCDEF}", 1],
    ["a long text", "\\text{as many words as in a sentence}", 1],
    ["two parts of three", "\\text{as many words as here}=x=\\text{as many words as here}", 2],
  ])("%s", (_, latex, parts) => {
    const made = typeset(latex);
    expect("html" in made && partsIn(made.html)).toBe(parts);
    expect(inNotes(latex)).toBe(parts);
  });
});
