import table from "./glyph-advances.json" with { type: "json" };

// Of KaTeX's own table, made by `npm run fonts`. Node finds no file inside a package whose folder has "*" in
// its name, so the table cannot be read from there.
const advances: Readonly<Record<string, Readonly<Record<string, number>>>> = table;

/** The font in which a part of a formula is shown. */
export interface FormulaFont {
  /** The name of the family, after "KaTeX_". */
  family: string;
  isBold: boolean;
  isItalic: boolean;
}

/** The marks and signs that are wider or narrower in the fonts than KaTeX's table says. */
const differing = /\u00b0|\u0302|\u0303|\u20d7|\u222c|\u222d|\ue020/;

/**
 * How wide a text is, in the size of its letters. KaTeX's fonts have no kerning and no ligatures, so it
 * is the sum of its characters. Undefined if the font lacks one, because another font then shows it.
 */
export function advanceOf(text: string, font: FormulaFont): number | undefined {
  if (differing.test(text)) return undefined;
  const advancesOfFont = advances[faceOf(font)];
  let sum = 0;
  for (const character of text) {
    // The zero-width space that KaTeX puts into elements that need a text.
    if (character === "\u200b") continue;
    const code = character === "\u00a0" ? 32 : (character.codePointAt(0) ?? 0);
    const advance = advancesOfFont?.[code];
    if (advance === undefined) return undefined;
    sum += advance;
  }
  return sum;
}

/** The file of a font. A browser would slant or embolden where a family has none for a style. */
function faceOf({ family, isBold, isItalic }: FormulaFont): string {
  const style = `${isBold ? "Bold" : ""}${isItalic ? "Italic" : ""}` || "Regular";
  return `${family}-${style}`;
}
