import type { PhrasingContent } from "mdast";
import { toString as mdastToString } from "mdast-util-to-string";
import { plainFormula } from "./restore/index.ts";

/** The words that a reader sees, with formulas as LaTeX. */
export function plainText(nodes: PhrasingContent[]): string {
  return mdastToString(nodes);
}

/** The words in plain characters, with formulas as close as Unicode allows: `G²RPO`, `ε`. */
export function plainWords(nodes: PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === "inlineMath") return plainFormula(node.value);
      return "children" in node ? plainWords(node.children) : mdastToString(node);
    })
    .join("");
}
