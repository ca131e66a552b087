import { findWholeMath } from "../math/restore/index.ts";
import { formulaMark, withoutControls } from "../text/characters.ts";
import { marksAsLatex, marksAsTex } from "../text/html/marked-types.ts";
import { readHtml } from "../text/html/read-html.ts";
import { inlineFormula, readEnvironments } from "../text/html/tex-source.ts";
import { singleBackslashes, singleInFormula } from "../text/tex/doubled-backslashes.ts";
import type { FormulaText } from "../text/tex/read-tex.ts";
import type { Formula } from "../text/tex/reading.ts";

/** A formula in its place. */
export type PlacedFormula<F> = F & { start: number; end: number };

/**
 * A text of a source, with the formulas of HTML and of TeX's environments between delimiters, ready to
 * look for formulas. Different kinds of white space must not change what is recognised as one.
 */
export function sourceText(text: string): string {
  const sound = withoutControls(text).replaceAll(formulaMark, "");
  return readEnvironments(readHtml(singleBackslashes(sound))).replace(/[^\S\n]+/g, " ");
}

/** The formulas of a text that still have their delimiters. */
export function wholeFormulas(source: string): PlacedFormula<{ latex: string }>[] {
  return findWholeMath(source).map(({ start, end, latex }) => ({
    start,
    end,
    latex: inlineFormula(singleInFormula(marksAsLatex(latex))),
  }));
}

/**
 * Puts a mark in the place of each formula. They are in the order of the text. Types of HTML become
 * commands of TeX only now, because commands between two dollars would make a formula of them.
 */
export function markPlaces<F extends { latex: string }>(
  source: string,
  places: readonly PlacedFormula<F>[],
): FormulaText<Omit<PlacedFormula<F>, "start" | "end"> & Formula> {
  let words = "";
  let at = 0;
  for (const { start, end } of places) {
    words += source.slice(at, start) + formulaMark;
    at = end;
  }
  words += source.slice(at);
  const formulas = places.map(({ start, end, ...formula }) => ({
    ...formula,
    source: marksAsLatex(source.slice(start, end)),
  }));
  return { words: marksAsTex(words), formulas };
}

/**
 * Puts a mark in the place of each formula of a name, a venue or the like, where a dollar is more often
 * money: no space is inside of its dollars, and no digit follows them, which is Pandoc's rule. Signs by
 * themselves are no money: `$-$6`.
 */
export function markFormulas(text: string): FormulaText<Formula> {
  const source = sourceText(text);
  const isTight = ({ start, end }: { start: number; end: number }) => {
    const formula = source.slice(start, end);
    if (/^\$[^\p{L}\p{N}\s]+\$$/u.test(formula)) return true;
    return !/^\$\s|\s\$$/.test(formula) && !/\d/.test(source.charAt(end));
  };
  return markPlaces(source, wholeFormulas(source).filter(isTight));
}
