/** Plurals that no rule about endings covers. */
export const irregularPlurals: readonly (readonly [plural: string, singular: string])[] = [
  ["analyses", "analysis"],
  ["hypotheses", "hypothesis"],
  ["vertices", "vertex"],
  ["matrices", "matrix"],
  ["indices", "index"],
  ["children", "child"],
  ["minima", "minimum"],
  ["maxima", "maximum"],
  ["optima", "optimum"],
  ["corpora", "corpus"],
  ["equilibria", "equilibrium"],
  ["phenomena", "phenomenon"],
  ["criteria", "criterion"],
];
