import { isFormula } from "../../math/restore/whole-math.ts";

/**
 * A formula between dollars, or between `\\(` and `\\)` where its dollars could be taken for money,
 * for prose, or for those of the formula that follows.
 */
export function delimited(latex: string, next: object | undefined): string {
  const isSure = !latex.includes("$") && isFormula(latex, "0");
  const isAlone = next === undefined || !("math" in next);
  return isSure && isAlone ? `$${latex}$` : `\\(${latex}\\)`;
}
