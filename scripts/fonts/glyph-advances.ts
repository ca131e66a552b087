import metrics from "katex/src/fontMetricsData.js";

/**
 * How wide each character of KaTeX's fonts is, by the name of the font and the character's code point, in
 * the size of its letters. The source is KaTeX's own table, which holds heights and slants, too.
 */
export function glyphAdvances(): Record<string, Record<string, number>> {
  return Object.fromEntries(
    Object.entries(metrics).map(([font, glyphs]) => [
      font,
      Object.fromEntries(Object.entries(glyphs).map(([code, glyph]) => [code, glyph[4]])),
    ]),
  );
}
