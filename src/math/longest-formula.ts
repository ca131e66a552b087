/**
 * In characters. KaTeX takes minutes for a formula of a hundred times this length. A longer one is shown
 * as its source everywhere.
 */
export const longestFormula = 10_000;
