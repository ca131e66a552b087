import { mathmlOf } from "../math/mathml.ts";
import type { ResultBlock, ResultPaper } from "../search/index/result-documents.ts";
import { formulaEnd, formulaStart } from "../search/text/normalise.ts";

/** The texts of papers that share a file, with the MathML of their formulas. */
export function resultBlock(papers: ResultPaper[]): ResultBlock {
  const block: ResultBlock = { papers, formulas: {} };
  for (const { title, abstract } of papers) {
    for (const latex of formulasIn(title + abstract)) {
      const mathml = cachedMathml(latex);
      if (mathml !== undefined) block.formulas[latex] = mathml;
    }
  }
  return block;
}

const formulas = new RegExp(`${formulaStart}([^${formulaEnd}]*)${formulaEnd}`, "gu");

function formulasIn(text: string): string[] {
  return [...text.matchAll(formulas)].map(([, latex = ""]) => latex);
}

/** Papers share few formulas with others, so a large archive has more of them than should be in memory. */
const maxCached = 10_000;
const mathmlCache = new Map<string, string | undefined>();

function cachedMathml(latex: string): string | undefined {
  const known = mathmlCache.get(latex);
  if (known !== undefined || mathmlCache.has(latex)) return known;
  const mathml = mathmlOf(latex);
  if (mathmlCache.size >= maxCached) mathmlCache.clear();
  mathmlCache.set(latex, mathml);
  return mathml;
}
