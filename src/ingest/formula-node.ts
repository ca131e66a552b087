import type { InlineMath } from "mdast-util-math";
import { singleSpaces } from "../text/characters.ts";
import type { SourceFormula } from "./restore-math.ts";

declare module "mdast-util-math" {
  interface InlineMathData {
    /** The formula as the source prints it: with its delimiters, or what the damage left of it. */
    source?: string;
    /** The item of `TextMath.spans` about this formula, if it was restored. */
    restored?: SourceFormula["restored"];
  }
}

/** A formula as a node, with the formula as its source prints it. */
export function formulaNode({ latex, ...data }: SourceFormula): InlineMath {
  return { type: "inlineMath", value: singleSpaces(latex), data };
}
