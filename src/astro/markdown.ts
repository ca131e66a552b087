import { unified } from "@astrojs/markdown-remark";
import rehypeKatex from "rehype-katex";
import remarkMath from "remark-math";
import type { PluggableList } from "unified";
import { setFormulaWidths } from "../math/formula-widths.ts";
import type { Macros } from "../math/macros.ts";
import { mendMathml } from "../math/mend-mathml.ts";
import { showRefusedFormulas } from "../math/refused-formulas.ts";
import { katexOptionsWith } from "../math/typeset.ts";
import { scrollWideFormulas } from "../math/wide-formulas.ts";

/**
 * How the owner's notes and pages become HTML; the archive's own abstracts take the lean path of
 * src/archive/render-markdown.ts, with the same KaTeX settings. `recmaPlugins` change the code that MDX is compiled to.
 */
export function ownersMarkdown(
  macros: Macros,
  recmaPlugins: PluggableList = [],
): ReturnType<typeof unified> {
  return unified({
    recmaPlugins,
    remarkPlugins: [remarkMath],
    rehypePlugins: [
      showRefusedFormulas(macros),
      [rehypeKatex, katexOptionsWith(macros)],
      mendMathml,
      setFormulaWidths,
      scrollWideFormulas,
    ],
    smartypants: false,
  });
}
