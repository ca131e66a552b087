import { degrade, dropWrappers, toUnicode } from "./degrade.ts";
import type { MathRecord } from "./records.ts";

/** An original `$…$` and where it is in the damaged text. */
export interface TrueSpan {
  readonly start: number;
  readonly end: number;
  /** The part of its LaTeX that is still there: the original after rule 1. */
  readonly recoverable: string;
  readonly kind: "damaged" | "letter" | "plain" | "other";
}

/** A damaged text with the truth about its formulas. */
export interface Truth {
  readonly text: string;
  /** The spans by the shared definition: dollars paired in the order of the text. */
  readonly spans: readonly TrueSpan[];
  /** Like `spans`, but reads `$$…$$` as authors mean it. For training. */
  readonly authored: readonly TrueSpan[];
}

/** The kind of formula that an original span is, judged by what the damage left of it. */
export function kindOf(recoverable: string): TrueSpan["kind"] {
  const text = recoverable.trim();
  if (/\\[a-zA-Z]|[\^_]/.test(text)) return "damaged";
  if (/^[A-Za-z]$/.test(text)) return "letter";
  return /^[A-Za-z\s-]*$/.test(text) ? "other" : "plain";
}

// The source also collapses white space, and trims.
const squeeze = (text: string): string => text.replace(/ {2,}/g, " ").trim();

function replayOf(record: MathRecord): { era: "A" | "B"; squeezed: boolean } | undefined {
  for (const era of ["A", "B"] as const) {
    const text = degrade(record.original, era);
    if (text === record.degraded) return { era, squeezed: false };
    if (squeeze(text) === record.degraded) return { era, squeezed: true };
  }
  return undefined;
}

/**
 * The positions of the record's formulas. Undefined if replaying the damage does not give its text.
 */
export function truthOf(record: MathRecord): Truth | undefined {
  const replay = replayOf(record);
  if (replay === undefined) return undefined;
  const { era, squeezed } = replay;
  const middle = dropWrappers(era === "B" ? toUnicode(record.original) : record.original);
  // For each offset in the text after rule 1, its offset in the damaged text.
  const place = new Uint32Array(middle.length + 1);
  const paired: [number, number][] = [];
  let out = 0;
  let at = 0;
  let afterSpace = squeezed;
  const copyTo = (end: number, keep: (character: string) => boolean): void => {
    for (; at < end; at += 1) {
      place[at] = out;
      const character = middle[at] ?? "";
      if (!keep(character)) continue;
      if (!(squeezed && afterSpace && character === " ")) out += 1;
      afterSpace = character === " " || (out === 0 && squeezed);
    }
  };
  for (const match of middle.matchAll(/\$([^$]+)\$/g)) {
    copyTo(match.index, () => true);
    copyTo(match.index + match[0].length, (character) => character !== "\\" && character !== "$");
    paired.push([match.index + 1, match.index + match[0].length - 1]);
  }
  copyTo(middle.length, () => true);
  place[middle.length] = out;
  const span = ([from, to]: [number, number]): TrueSpan | undefined => {
    let start = place[from] ?? 0;
    let end = place[to] ?? 0;
    while (start < end && /\s/.test(record.degraded[start] ?? "")) start += 1;
    while (start < end && /\s/.test(record.degraded[end - 1] ?? "")) end -= 1;
    const recoverable = middle.slice(from, to);
    return start < end ? { start, end, recoverable, kind: kindOf(recoverable) } : undefined;
  };
  const keep = (value: TrueSpan | undefined): value is TrueSpan => value !== undefined;
  const authored: [number, number][] = middle.includes("$$")
    ? [...middle.matchAll(/\$\$([^$]+)\$\$|\$([^$]+)\$/g)].map((match) => {
        const skip = match[1] === undefined ? 1 : 2;
        return [match.index + skip, match.index + match[0].length - skip];
      })
    : paired;
  return {
    text: record.degraded,
    spans: paired.map(span).filter(keep),
    authored: authored.map(span).filter(keep),
  };
}
