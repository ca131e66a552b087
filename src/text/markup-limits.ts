/** In characters. No abstract is as long; a parser of Markdown needs minutes for fifty times as much. */
const longestMarkup = 20_000;

/** How many signs of emphasis a paragraph may have: a parser of Markdown compares each with each. */
const mostEmphasis = 2000;

/**
 * Whether a text is too long, or has too many signs of emphasis, to be read as TeX or Markdown. Its
 * words are then taken as they are.
 */
export function isTooMuchMarkup(text: string): boolean {
  return text.length > longestMarkup || hasTooMuchEmphasis(text);
}

// Where a parser starts anew: after an empty line, and at an item of a list, a quote, a row or a heading.
const nextBlock = /\n(?=[ \t]*(?:\n|[-+*>|#]|\d{1,9}[.)] ))/;

/** Whether a paragraph of a text of any length has too many signs of emphasis. */
export function hasCostlyParagraph(text: string): boolean {
  return text.split(nextBlock).some(hasTooMuchEmphasis);
}

function hasTooMuchEmphasis(text: string): boolean {
  if (text.length <= mostEmphasis) return false;
  let count = 0;
  for (const { 0: signs, index } of text.matchAll(/[*_]+/g)) {
    const [before, after] = [text[index - 1] ?? " ", text[index + signs.length] ?? " "];
    const isApart = /\s/.test(before) && /\s/.test(after);
    // As in `snake_case`.
    const isInWord = !signs.includes("*") && /\w/.test(before) && /\w/.test(after);
    if (!isApart && !isInWord) count += signs.length;
    if (count > mostEmphasis) return true;
  }
  return false;
}
