import type { FormulaCorrection } from "../schemas/note.ts";

interface Extent {
  readonly start: number;
  readonly end: number;
}

/** A text, and the stretches of it that are formulas already: whole, or restored. */
export interface FormulaText {
  source: string;
  formulas: readonly (Extent & { readonly latex: string })[];
}

/** What the owner says of a stretch: its LaTeX, or null where it is no formula. */
export interface Replacement extends Extent {
  readonly latex: string | null;
}

export interface Located {
  /** Where corrections hold, for each text. */
  replacements: Replacement[][];
  /** Corrections that hold nowhere, by their place in the list; `found` counts such spans. */
  unmatched: { index: number; found: number }[];
}

/**
 * Finds the spans that an owner corrects, counting through the texts in order. A span inside of a
 * longer formula counts only where none stands by itself: `n` is not the index in `x_n`. Where
 * corrections overlap, the first holds.
 */
export function locateCorrections(
  texts: readonly FormulaText[],
  corrections: readonly FormulaCorrection[],
): Located {
  const replacements: Replacement[][] = texts.map(() => []);
  const unmatched: Located["unmatched"] = [];
  for (const [index, { text, latex, occurrence }] of corrections.entries()) {
    const all = texts.flatMap((one, which) =>
      occurrences(one, text).map((found) => ({ ...found, which })),
    );
    const alone = all.filter(({ inside }) => !inside);
    const found = alone.length > 0 ? alone : all;
    const meant = found.filter(
      (_, number) => occurrence === undefined || number === occurrence - 1,
    );
    const free = meant.filter(
      (one) => !replacements[one.which]?.some((other) => overlap(other, one)),
    );
    if (free.length === 0) unmatched.push({ index, found: found.length });
    for (const { which, start, end } of free) replacements[which]?.push({ start, end, latex });
  }
  return { replacements, unmatched };
}

export const overlap = (a: Extent, b: Extent): boolean => a.start < b.end && b.start < a.end;

/** Where a text is found: as a formula, by its source or its LaTeX, or as words with bounds. */
function occurrences(
  { source, formulas }: FormulaText,
  text: string,
): (Extent & { inside: boolean })[] {
  const wanted = withoutBlanks(text);
  const whole = formulas
    .filter(({ start, end, latex }) =>
      [source.slice(start, end), latex, `$${latex}$`].map(withoutBlanks).includes(wanted),
    )
    .map(({ start, end }) => ({ start, end, inside: false }));
  const words = wordMatches(source, text)
    .filter((found) => !whole.some((one) => overlap(one, found)))
    .map((found) => ({ ...found, inside: formulas.some((one) => overlap(one, found)) }));
  return [...whole, ...words].sort((a, b) => a.start - b.start);
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, "");
}

/** Any blank matches any; a letter or digit at an end is not cut from others. */
function wordMatches(source: string, text: string): Extent[] {
  const pattern = text
    .split(/\s+/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&"))
    .join("\\s+");
  const before = /^[\p{L}\p{N}]/u.test(text) ? "(?<![\\p{L}\\p{N}])" : "";
  const after = /[\p{L}\p{N}]$/u.test(text) ? "(?![\\p{L}\\p{N}])" : "";
  return [...source.matchAll(new RegExp(before + pattern + after, "gu"))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
