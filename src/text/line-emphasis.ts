/** What must not be before a mark of Markdown that begins emphasis, as a pattern. */
export const outsideBefore = String.raw`(?<![\p{L}\p{N}*_\\^${"`"}])`;
/** What must not be after a mark of Markdown that ends emphasis, as a pattern. */
export const outsideAfter = String.raw`(?![\p{L}\p{N}*_${"`"}])`;

/** Words that underscores emphasise in Markdown, as a pattern. */
export const emphasisedByLines = String.raw`${outsideBefore}_(?<line>\p{L}(?:[^_*]{0,300}?[\p{L}\p{N}.!?])?)_${outsideAfter}`;

const lines = new RegExp(emphasisedByLines, "gu");

/** Words whose underscores mean nothing, for a reader that knows Markdown and TeX: `\_init\_`. */
export function withPlainLines(words: string): string {
  return words.includes("_") ? words.replace(lines, (all) => `\\${all.slice(0, -1)}\\_`) : words;
}
