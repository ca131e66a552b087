import { plainFormula } from "../plain-formula.ts";
import { findWholeMath } from "./whole-math.ts";

/** A text with its whole formulas (`$…$` and the like) in plain form: `$G^2$RPO` is `G²RPO`. */
export function plainText(text: string): string {
  let out = "";
  let last = 0;
  for (const { start, end, latex } of findWholeMath(text)) {
    out += text.slice(last, start) + plainFormula(latex);
    last = end;
  }
  return out + text.slice(last);
}
