import { toString as mdastToString } from "mdast-util-to-string";
import { cleanInline } from "../ingest/clean.ts";
import type { FormulaCorrection } from "../schemas/note.ts";
import { type Extent, overlap, type Replacement, type SourceView } from "./source-view.ts";

/** Where the owner's formula corrections apply, and which ones match nothing. */
export interface LocatedCorrections {
  /** The spans to replace, for each view. */
  replacements: Replacement[][];
  /** Corrections that match nothing, by index. `found` is the number of spans with that text. */
  unmatched: { index: number; found: number }[];
}

/**
 * Finds the spans that an owner corrects, counting through the views in order. A span inside a
 * longer formula counts only if there is none outside: `n` does not mean the index in `x_n`. Where
 * corrections overlap, the first is applied.
 */
export function locateCorrections(
  views: readonly SourceView[],
  corrections: readonly FormulaCorrection[],
): LocatedCorrections {
  const replacements: Replacement[][] = views.map(() => []);
  const unmatched: LocatedCorrections["unmatched"] = [];
  for (const [index, { text, latex, occurrence }] of corrections.entries()) {
    const exact = occurrencesIn(views, text);
    const all = exact.length > 0 ? exact : occurrencesIn(views, cleanText(text));
    const alone = all.filter(({ inside }) => !inside);
    const found = alone.length > 0 ? alone : all;
    const meant = found.filter(
      (_, number) => occurrence === undefined || number === occurrence - 1,
    );
    const free = meant.filter(
      (one) => !replacements[one.view]?.some((other) => overlap(other, one)),
    );
    if (free.length === 0) unmatched.push({ index, found: found.length });
    for (const { view, start, end } of free) replacements[view]?.push({ start, end, latex });
  }
  return { replacements, unmatched };
}

interface Occurrence extends Extent {
  /** The index of the view. */
  view: number;
  /** Whether it is part of a formula. */
  inside: boolean;
}

function occurrencesIn(views: readonly SourceView[], text: string): Occurrence[] {
  return views.flatMap((view, index) =>
    occurrences(view, text).map((found) => ({ ...found, view: index })),
  );
}

/** A text as a whole formula, by its source or its LaTeX, or as words. */
function occurrences({ source, formulas }: SourceView, text: string): Omit<Occurrence, "view">[] {
  const wanted = withoutSpaces(text);
  const whole = formulas
    .filter(({ start, end, node: { value } }) =>
      [source.slice(start, end), value, `$${value}$`].map(withoutSpaces).includes(wanted),
    )
    .map(({ start, end }) => ({ start, end, inside: false }));
  const words = findWords(source, text)
    .filter((found) => !whole.some((one) => overlap(one, found)))
    .map((found) => ({ ...found, inside: formulas.some((one) => overlap(one, found)) }));
  return [...whole, ...words].sort((a, b) => a.start - b.start);
}

/** Text copied from the seed, cleaned like the words of a view. */
function cleanText(text: string): string {
  return mdastToString(cleanInline(text));
}

/** The positions of a seed's text in a view's source. */
export function findText(source: string, text: string): Extent[] {
  const exact = findWords(source, text);
  return exact.length > 0 ? exact : findWords(source, cleanText(text));
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, "");
}

/**
 * The positions of words in a text. Any white space matches any other. Only complete words match.
 */
function findWords(source: string, words: string): Extent[] {
  if (words === "") return [];
  const pattern = words
    .split(/\s+/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"))
    .join("\\s+");
  const before = /^[\p{L}\p{N}]/u.test(words) ? "(?<![\\p{L}\\p{N}])" : "";
  const after = /[\p{L}\p{N}]$/u.test(words) ? "(?![\\p{L}\\p{N}])" : "";
  return [...source.matchAll(new RegExp(before + pattern + after, "gu"))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
