import type { PhrasingContent } from "mdast";
import { toString as mdastToString } from "mdast-util-to-string";

/** The words that a reader sees, formulas as their LaTeX. */
export function plainText(nodes: PhrasingContent[]): string {
  return mdastToString(nodes);
}
