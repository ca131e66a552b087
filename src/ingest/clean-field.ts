import { plainAfter } from "../math/plain-formula.ts";
import { formulaMark, singleSpaces, visibleCharacters } from "../text/characters.ts";
import { cleanText } from "../text/clean-text.ts";
import { typeMarks } from "../text/marks.ts";
import { isTooMuchMarkup } from "../text/markup-limits.ts";
import { withoutProtection } from "../text/tex/case-braces.ts";
import { markFormulas } from "./mark-formulas.ts";

/** How often a field is cleaned, because what it has inside may be TeX or HTML again. */
const mostPasses = 5;

/**
 * The text of a fact that has neither formulas nor emphasis, such as a name, a venue or a keyword, in
 * one line. Its TeX and HTML become Unicode, and its formulas their plain form. Cleaning it again
 * changes nothing.
 */
export function cleanField(field: string): string {
  let text = field;
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const before = text;
    text = cleanOnce(before);
    if (text === before) break;
  }
  return text;
}

function cleanOnce(field: string): string {
  if (isTooMuchMarkup(field)) return singleSpaces(visibleCharacters(field));
  const marked = markFormulas(field);
  const { words, formulas } = cleanText({ ...marked, words: withoutProtection(marked.words) });
  let next = 0;
  const plain = words
    .replace(typeMarks, "")
    .replaceAll(formulaMark, (_, at: number, all: string) => {
      next += 1;
      return plainAfter(all.charAt(at - 1), formulas[next - 1]?.latex ?? "");
    });
  return singleSpaces(plain);
}
