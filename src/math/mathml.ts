import katex from "katex";
import { katexOptions } from "./typeset.ts";

/**
 * A formula as MathML alone, which browsers set without a style sheet or fonts of ours: for search
 * results, where KaTeX's own output would be more to load than the words around it. Undefined where
 * KaTeX refuses the formula.
 */
export function mathmlOf(latex: string): string | undefined {
  try {
    const html = katex.renderToString(latex, { ...katexOptions, output: "mathml" });
    return /<math[\s\S]*<\/math>/
      .exec(html)?.[0]
      .replace(/<annotation[\s\S]*?<\/annotation>/g, "")
      .replace(/<semantics>([\s\S]*)<\/semantics>/, "$1");
  } catch {
    return undefined;
  }
}
