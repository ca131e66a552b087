import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createProcessor } from "@mdx-js/mdx";
import type { Root } from "hast";
import { parse } from "node-html-parser";
import rehypeKatex from "rehype-katex";
import rehypeStringify from "rehype-stringify";
import remarkMath from "remark-math";
import { unified } from "unified";
import { describe, expect, inject, it } from "vitest";
import { renderMarkdown } from "../../src/archive/render-markdown.ts";
import { setFormulaWidths } from "../../src/math/formula-widths.ts";
import { katexOptions } from "../../src/math/typeset.ts";
import { scrollWideFormulas } from "../../src/math/wide-formulas.ts";
import { splitFrontmatter } from "../../src/text/frontmatter.ts";

/** The HTML that MDX makes of a text, taken just before it becomes JavaScript. */
async function asMdx(body: string): Promise<string> {
  let html = "";
  const processor = createProcessor({
    remarkPlugins: [remarkMath],
    rehypePlugins: [
      [rehypeKatex, katexOptions],
      setFormulaWidths,
      scrollWideFormulas,
      () => (tree: Root) => {
        html = unified().use(rehypeStringify).stringify(tree);
      },
    ],
  });
  await processor.process(body);
  return html;
}

/** What a reader sees: the elements in order with their classes, and the text. */
function shape(html: string): { elements: string[]; text: string } {
  const root = parse(html);
  return {
    elements: root
      .querySelectorAll("*")
      .map((element) => `${element.rawTagName}.${element.getAttribute("class") ?? ""}`),
    text: root.text.replace(/\s+/g, " ").trim(),
  };
}

describe.each([
  ["the seed's entries", inject("entries")],
  ["the fixture's entries", join(inject("fixture"), "../content/papers")],
])("%s", (_, folder) => {
  it("are shown by the lean path as MDX would show them", async () => {
    const paths = globSync("**/*.mdx", { cwd: folder });
    expect(paths.length).toBeGreaterThan(60);
    for (const path of paths) {
      const text = readFileSync(join(folder, path), "utf8");
      const { body } = splitFrontmatter(text);
      // rehype-katex shows formulas that KaTeX refuses in its own way.
      if (body.includes("\\notacommand")) continue;
      expect(shape(renderMarkdown(body).html), path).toEqual(shape(await asMdx(body)));
    }
  });
});
