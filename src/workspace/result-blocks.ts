import { mathmlOf } from "../math/mathml.ts";
import type { ResultBlock, ResultPaper } from "../search/index/result-documents.ts";
import { formulaEnd, formulaStart } from "../search/text/normalise.ts";

/** The texts of the papers in blocks of this many, each with the MathML of their formulas. */
export function resultBlocks(all: readonly ResultPaper[], blockSize: number): ResultBlock[] {
  const blocks: ResultBlock[] = [];
  for (let first = 0; first < all.length; first += blockSize) {
    const papers = all.slice(first, first + blockSize);
    const block: ResultBlock = { papers, formulas: {} };
    for (const { title, abstract } of papers) {
      for (const latex of formulasIn(title + abstract)) {
        const mathml = cachedMathml(latex);
        if (mathml !== undefined) block.formulas[latex] = mathml;
      }
    }
    blocks.push(block);
  }
  return blocks;
}

const formulas = new RegExp(`${formulaStart}([^${formulaEnd}]*)${formulaEnd}`, "gu");

function formulasIn(text: string): string[] {
  return [...text.matchAll(formulas)].map(([, latex = ""]) => latex);
}

const mathmlCache = new Map<string, string | undefined>();

function cachedMathml(latex: string): string | undefined {
  if (!mathmlCache.has(latex)) mathmlCache.set(latex, mathmlOf(latex));
  return mathmlCache.get(latex);
}
