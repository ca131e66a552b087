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
  /** Like `exact`, but a number or letter next to the symbol may be inside or outside the span. */
  damagedAlike: number;
  letters: number;
  lettersFound: number;
  plain: number;
  plainFound: number;
  restored: number;
  meeting: number;
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
  controls: 0,
  untouched: 0,
});

/** LaTeX for comparing: without wrappers, `\left`, `\right` and white space, Greek as commands. */
export const comparable = (latex: string): string =>
  dropWrappers(latex)
    .replace(/[\u0370-\u03ff\u00b5]/g, (letter) => {
      const name = greekLetterCommand.get(letter);
      return name === undefined ? letter : `\\${name}`;
    })
    .replace(/\\(?:left|right)(?![A-Za-z])/g, "")
    .replace(/\\?\s+/g, "");

const meets = (span: FormulaSpan, truth: TrueSpan): boolean =>
  span.start < truth.end && span.end > truth.start;

/**
 * What readers see of a span with its surroundings. It does not matter whether `3` is inside the
 * dollars, as in `$3\times$`, or before them.
 */
const inContext = (
  text: string,
  from: number,
  until: number,
  start: number,
  end: number,
  latex: string,
): string => comparable(text.slice(from, start) + latex + text.slice(end, until));

/** Whether a restored span is the original's LaTeX, apart from white space and lost wrappers. */
export const isExact = (span: FormulaSpan, truth: TrueSpan): boolean =>
  meets(span, truth) && comparable(span.latex) === comparable(truth.recoverable);

/** Whether a reader sees no difference between a restored span and the original. */
export function isAlike(text: string, span: FormulaSpan, truth: TrueSpan): boolean {
  if (!meets(span, truth)) return false;
  const from = Math.min(span.start, truth.start);
  const until = Math.max(span.end, truth.end);
  return (
    inContext(text, from, until, span.start, span.end, span.latex) ===
    inContext(text, from, until, truth.start, truth.end, truth.recoverable)
  );
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
      if (spans.some((span) => isAlike(truth.text, span, original))) tally.damagedAlike += 1;
    } else if (original.kind === "letter") {
      tally.letters += 1;
      if (isFound) tally.lettersFound += 1;
    } else {
      tally.plain += 1;
      if (isFound) tally.plainFound += 1;
    }
  }
  tally.restored += spans.length;
  tally.meeting += spans.filter((span) => truth.spans.some((it) => meets(span, it))).length;
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
