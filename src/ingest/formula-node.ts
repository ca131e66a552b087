import type { InlineMath } from "mdast-util-math";
import { singleSpaces } from "../text/characters.ts";
import type { SourceFormula } from "./restore-math.ts";

declare module "mdast-util-math" {
  interface InlineMathData {
    /** How the source prints the formula, with its delimiters or what the damage left of it. */
    source?: string;
    /** The item of `TextMath.spans` about this formula, where it was restored. */
    restored?: SourceFormula["restored"];
  }
}

/** A formula as a node that knows how its source prints it. */
export function formulaNode({ latex, ...data }: SourceFormula): InlineMath {
  return { type: "inlineMath", value: singleSpaces(latex), data };
}
