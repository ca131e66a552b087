import { formulaMark, singleSpaces, visibleCharacters } from "./characters.ts";
import { emphasis, lineMark, strong } from "./marks.ts";
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
export function cleanText<F extends Formula>(given: FormulaText<F>): FormulaText<F | Formula> {
  const { words, formulas } = markedText(given);
  return { words: words.replaceAll(lineMark, "_"), formulas };
}

// Not where Markdown would begin emphasis, in words of TeX's emphasis, too.
const before = `\\s("'“‘[${emphasis.open}${strong.open}`;
const otherLine = new RegExp(`(?<=[^${before}])${lineMark}|${lineMark}(?!\\p{L})`, "gu");

/** The same, with marks for underscores of TeX that are none of Markdown: `\_init\_`. */
export function markedText<F extends Formula>({
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
  const quoted = texQuotes(text.words.replace(otherLine, "_"));
  const cleaned = outsideLinks(quoted, (part) => texTies(texDashes(part)));
  return { words: singleSpaces(cleaned), formulas: text.formulas };
}
