import { formulaMark, singleSpaces, visibleCharacters } from "./characters.ts";
import { texDashes, texQuotes, texTies } from "./punctuation.ts";
import { outsideLinks, wholeLinks } from "./set-apart-links.ts";
import { type FormulaText, readTex } from "./tex/read-tex.ts";
import type { Formula } from "./tex/reading.ts";

/** How often TeX is read in what was read, because programs escape what is TeX already. */
const mostPasses = 4;

/**
 * Replaces TeX in words with Unicode, marks of emphasis and bold type, and formulas. The marks of
 * formulas stay. Cleaning a clean text changes nothing.
 */
export function cleanText<F extends Formula>({
  words,
  formulas,
}: FormulaText<F>): FormulaText<F | Formula> {
  const visible = words.split(formulaMark).map(visibleCharacters).join(formulaMark);
  // Joins lines first, because line breaks in a source must not change what its characters mean.
  let text: FormulaText<F | Formula> = { words: wholeLinks(singleSpaces(visible)), formulas };
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const { words: before } = text;
    text = readTex(text);
    if (text.words === before) break;
  }
  const quoted = texQuotes(text.words);
  const cleaned = outsideLinks(quoted, (part) => texTies(texDashes(part)));
  return { words: singleSpaces(cleaned), formulas: text.formulas };
}
