import katex from "katex";
import { longestFormula } from "./longest-formula.ts";
import { withSoundMathml } from "./mend-mathml.ts";
import { katexOptions, typeset } from "./typeset.ts";

/**
 * A formula as MathML, which browsers typeset without our style sheet and fonts. This is for search
 * results, where KaTeX's HTML would be larger than the text around it. Undefined where KaTeX
 * refuses the formula or it is too long.
 */
export function mathmlOf(latex: string): string | undefined {
  if (latex.length > longestFormula) return undefined;
  if ("refused" in typeset(latex)) return undefined;
  try {
    const html = withSoundMathml(
      katex.renderToString(latex, { ...katexOptions, output: "mathml" }),
    );
    return /<math[\s\S]*<\/math>/
      .exec(html)?.[0]
      .replace(/<annotation[\s\S]*?<\/annotation>/g, "")
      .replace(/<semantics>([\s\S]*)<\/semantics>/, "$1");
  } catch {
    return undefined;
  }
}
