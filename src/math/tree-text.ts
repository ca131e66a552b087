import type { PhrasingContent } from "mdast";
import { toString as mdastToString } from "mdast-util-to-string";
import { plainAfter } from "./plain-formula.ts";

/** The words that a reader sees, with formulas as LaTeX. */
export function plainText(nodes: PhrasingContent[]): string {
  return mdastToString(nodes);
}

/** The words in plain characters, with formulas as close as Unicode allows: `G²RPO`, `ε`. */
export function plainWords(nodes: PhrasingContent[]): string {
  let text = "";
  for (const node of nodes) {
    if (node.type === "inlineMath") text += plainAfter(text, node.value);
    else text += "children" in node ? plainWords(node.children) : mdastToString(node);
  }
  return text;
}
