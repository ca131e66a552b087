import { greekLetterCommand } from "../../src/math/greek-letters.ts";
import type { FormulaSpan, Restoration } from "../../src/math/restore/restore.ts";
import { dropWrappers } from "./degrade.ts";
import type { TrueSpan, Truth } from "./truth.ts";

/** What is counted in a set of texts. */
export interface Tally {
  texts: number;
  damaged: number;
  damagedFound: number;
  damagedExact: number;
  /** The span and what touches it read the same once the dollars are gone. */
  damagedAlike: number;
  letters: number;
  lettersFound: number;
  plain: number;
  plainFound: number;
  restored: number;
  /** Restored spans that meet a formula, dollars paired in the order of the text. */
  meeting: number;
  /** Restored spans that meet a formula, also as its author meant the dollars of `$$…$$`. */
  formulas: number;
  controls: number;
  untouched: number;
}

/** A tally of no texts. */
export const emptyTally = (): Tally => ({
  texts: 0,
  damaged: 0,
  damagedFound: 0,
  damagedExact: 0,
  damagedAlike: 0,
  letters: 0,
  lettersFound: 0,
  plain: 0,
  plainFound: 0,
  restored: 0,
  meeting: 0,
  formulas: 0,
  controls: 0,
  untouched: 0,
});

/**
 * LaTeX or text for comparing: without wrappers, `\\left`, `\\right` and white space, Greek as
 * commands, and signs such as `%` without the backslash that they need.
 */
export const comparable = (latex: string): string =>
  dropWrappers(latex)
    .replace(/[\u0370-\u03ff\u00b5]/g, (letter) => {
      const name = greekLetterCommand.get(letter);
      return name === undefined ? letter : `\\${name}`;
    })
    .replace(/\\(?:left|right)(?![A-Za-z])/g, "")
    .replace(/\\(?=[%#&])/g, "")
    .replace(/\\?\s+|[~$]/g, "");

const meets = (span: Extent, other: Extent): boolean =>
  span.start < other.end && span.end > other.start;

/** Whether a restored span is the original's LaTeX, apart from white space and lost wrappers. */
export const isExact = (span: FormulaSpan, truth: TrueSpan): boolean =>
  meets(span, truth) && comparable(span.latex) === comparable(truth.recoverable);

interface Extent {
  readonly start: number;
  readonly end: number;
}
interface Filled extends Extent {
  readonly latex: string;
}

/** A part of a text, with LaTeX in the places of formulas and without their dollars. */
function withLatex(text: string, { start, end }: Extent, formulas: readonly Filled[]): string {
  let out = "";
  let last = start;
  for (const formula of formulas) {
    if (!meets(formula, { start, end })) continue;
    out += text.slice(last, formula.start) + formula.latex;
    last = formula.end;
  }
  return comparable(out + text.slice(last, end));
}

/**
 * Whether a reader sees no difference between an original formula and what was restored: the span and
 * what touches it read the same once the dollars are gone. It does not matter whether `3` is inside
 * the dollars, as in `$3\\times$`, or before them, nor whether neighbours are one formula or two.
 */
export function isAlike(
  text: string,
  restored: readonly FormulaSpan[],
  truths: readonly TrueSpan[],
  original: TrueSpan,
): boolean {
  if (!restored.some((span) => meets(span, original))) return false;
  const originals = truths.map(({ start, end, recoverable }) => ({
    start,
    end,
    latex: recoverable,
  }));
  let extent: Extent = original;
  for (;;) {
    const near = [...restored, ...originals].filter((span) => meets(span, extent));
    const start = Math.min(extent.start, ...near.map((span) => span.start));
    const end = Math.max(extent.end, ...near.map((span) => span.end));
    if (start === extent.start && end === extent.end) break;
    extent = { start, end };
  }
  return withLatex(text, extent, restored) === withLatex(text, extent, originals);
}

/** Adds one text to a tally, by the shared definitions. */
export function addTo(tally: Tally, truth: Truth, restoration: Restoration): void {
  tally.texts += 1;
  const { spans } = restoration;
  if (truth.spans.length === 0) {
    tally.controls += 1;
    if (spans.length === 0) tally.untouched += 1;
    return;
  }
  for (const original of truth.spans) {
    const isFound = spans.some((span) => meets(span, original));
    if (original.kind === "damaged") {
      tally.damaged += 1;
      if (isFound) tally.damagedFound += 1;
      if (spans.some((span) => isExact(span, original))) tally.damagedExact += 1;
      if (isAlike(truth.text, spans, truth.spans, original)) tally.damagedAlike += 1;
    } else if (original.kind === "letter") {
      tally.letters += 1;
      if (isFound) tally.lettersFound += 1;
    } else {
      tally.plain += 1;
      if (isFound) tally.plainFound += 1;
    }
  }
  tally.restored += spans.length;
  const isIn = (truths: readonly TrueSpan[]) => (span: FormulaSpan) =>
    truths.some((it) => meets(span, it));
  tally.meeting += spans.filter(isIn(truth.spans)).length;
  tally.formulas += spans.filter(isIn([...truth.spans, ...truth.authored])).length;
}

const share = (part: number, whole: number): string =>
  whole === 0 ? "" : `${((100 * part) / whole).toFixed(1)}`;

/** The tallies as an aligned table, one row each. */
export function tableOf(rows: readonly (readonly [string, Tally])[]): string {
  const head = [
    "set",
    "texts",
    "damaged",
    "found",
    "exact",
    "alike",
    "letters",
    "found",
    "plain",
    "found",
    "restored",
    "paired",
    "precision",
    "controls",
    "untouched",
  ];
  const body = rows.map(([name, t]) => [
    name,
    `${t.texts}`,
    `${t.damaged}`,
    share(t.damagedFound, t.damaged),
    share(t.damagedExact, t.damaged),
    share(t.damagedAlike, t.damaged),
    `${t.letters}`,
    share(t.lettersFound, t.letters),
    `${t.plain}`,
    share(t.plainFound, t.plain),
    `${t.restored}`,
    share(t.meeting, t.restored),
    share(t.formulas, t.restored),
    `${t.controls}`,
    t.controls === 0 ? "" : ((100 * t.untouched) / t.controls).toFixed(2),
  ]);
  const all = [head, ...body];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? "").length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return column === 0 ? cell.padEnd(width) : cell.padStart(width);
        })
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
