/**
 * The class of what scrolls sideways within itself. KaTeX sets a formula as parts between which a line
 * may break. A part that is wider than the page would make the whole page scroll.
 */
export const wideFormula = "wide-formula";

/** The narrowest screens and the largest headings have this much room, in the size of their letters. */
export const room = 8;

/** In styles of KaTeX's HTML, and in attributes of its MathML. */
const lengths =
  /\b(?:margin-(?:left|right)|width|padding-left|border-right-width):(\d*\.?\d+)em|<m(?:space|padded)[^>]* width="(\d*\.?\d+)em/g;

/**
 * Whether a part of a formula may be wider than the room, from its letters and from the lengths in its
 * markup. It looks the same in an element that scrolls, so the estimate is rather too large: what is one
 * above the other counts as if side by side.
 */
export function isWide(text: string, markup: string): boolean {
  let width = 0;
  for (const letter of text) width += /[a-z0-9\p{P}]/u.test(letter) ? 0.6 : 1.2;
  for (const [, style, attribute] of markup.matchAll(lengths)) width += Number(style ?? attribute);
  // \Huge is the largest size.
  return width * (/\bsize(?:[7-9]|1[01])\b|mathsize/.test(markup) ? 2.5 : 1) > room;
}
