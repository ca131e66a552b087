import { createRestorer, type RestoreOptions } from "./restore.ts";
import model from "./weights.json" with { type: "json" };
import { unpack } from "./weights.ts";

export { plainFormula } from "../plain-formula.ts";
export { plainText } from "./plain-text.ts";
export type { FormulaSpan, Restoration, RestoreOptions } from "./restore.ts";
export { withDollars } from "./restore.ts";
export { findWholeMath, type WholeMath } from "./whole-math.ts";

let made: ReturnType<typeof createRestorer> | undefined;

/**
 * Finds the formulas of a text that lost its dollar signs and backslashes, and rebuilds their LaTeX.
 * A text that still has whole `$…$` was not damaged and gives no spans. Never throws; linear in the
 * length of the text.
 */
export function restore(text: string, options?: RestoreOptions) {
  made ??= createRestorer(unpack(model));
  return made(text, options);
}
