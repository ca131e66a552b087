import { formulaEnd, formulaStart, normalise } from "./normalise.ts";

/** A piece of a shown text: words or a formula's LaTeX, and whether the query has it. */
export interface TextSpan {
  text: string;
  formula: boolean;
  matched: boolean;
}

interface Span {
  start: number;
  end: number;
  key: string;
}

/** A whole text in pieces, what was found marked. */
export function highlight(text: string, found: ReadonlySet<string>): TextSpan[] {
  return cut(text, spansOf(text, found), 0, text.length);
}

/**
 * The stretch of a text that has most of what was found, whole words and formulas, with an ellipsis
 * where it is cut.
 */
export function excerpt(text: string, found: ReadonlySet<string>, size = 320): TextSpan[] {
  const spans = spansOf(text, found);
  if (text.length <= size) return cut(text, spans, 0, text.length);
  const [start, end] = bestStretch(text, spans, size);
  const queryTokens = cut(text, spans, start, end);
  const plain = (ellipsis: string) => ({ text: ellipsis, formula: false, matched: false });
  return [
    ...(start > 0 ? [plain("…")] : []),
    ...queryTokens,
    ...(end < text.length ? [plain("…")] : []),
  ];
}

function spansOf(text: string, found: ReadonlySet<string>): Span[] {
  if (found.size === 0) return [];
  const { words, compounds } = normalise(text);
  const spans = [...words.filter(({ stop }) => !stop), ...compounds]
    .filter(({ key }) => found.has(key))
    .map(({ key, start, end }) => ({ key, start, end }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = 0;
  return spans.filter(({ start, end }) => {
    if (start < reached) return false;
    reached = end;
    return true;
  });
}

function bestStretch(text: string, spans: readonly Span[], size: number): [number, number] {
  let best = { start: 0, worth: 0 };
  for (const [index, first] of spans.entries()) {
    const start = first.start < size * 0.4 ? 0 : first.start;
    const keys = new Set<string>();
    let all = 0;
    for (const { key, end } of spans.slice(start === 0 ? 0 : index)) {
      if (end > start + size * 0.8) break;
      keys.add(key);
      all += 1;
    }
    const worth = keys.size + all / 100;
    if (worth > best.worth) best = { start, worth };
  }
  if (best.start === 0) return [0, boundary(text, size)];
  // From the sentence's beginning where that is near, else a few words before.
  const before = text.slice(Math.max(0, best.start - 110), best.start);
  const sentence = before.search(/(?<=[.!?]\s)\S(?!.*[.!?]\s)/su);
  const start =
    sentence >= 0
      ? best.start - before.length + sentence
      : boundary(text, Math.max(0, best.start - 60), false);
  return [start, boundary(text, Math.min(text.length, start + size))];
}

/** The blank at or before a place, or after it, that is not within a formula. */
function boundary(text: string, place: number, before = true): number {
  if (place <= 0 || place >= text.length) return Math.max(0, Math.min(place, text.length));
  const open = text.lastIndexOf(formulaStart, place);
  const close = text.lastIndexOf(formulaEnd, place - 1);
  if (open >= 0 && open > close) {
    const end = text.indexOf(formulaEnd, place);
    return before ? open : end < 0 ? text.length : end + 1;
  }
  const blank = before ? text.lastIndexOf(" ", place) : text.indexOf(" ", place);
  if (blank < 0) return place;
  return before ? blank : blank + 1;
}

function cut(text: string, spans: readonly Span[], start: number, end: number): TextSpan[] {
  const queryTokens: TextSpan[] = [];
  const add = (from: number, to: number, matched: boolean) => {
    for (const part of text.slice(from, to).split(formulas)) {
      const formula = part.startsWith(formulaStart);
      const shown = formula ? part.slice(1, part.endsWith(formulaEnd) ? -1 : undefined) : part;
      if (shown === "") continue;
      const last = queryTokens.at(-1);
      if (last && !formula && !last.formula && last.matched === matched) last.text += shown;
      else queryTokens.push({ text: shown, formula, matched });
    }
  };
  let at = start;
  for (const span of spans) {
    if (span.end <= at || span.start >= end) continue;
    // A match within a formula marks the formula.
    const open = text.lastIndexOf(formulaStart, span.start);
    const within = open >= 0 && text.indexOf(formulaEnd, open) >= span.start;
    const from = Math.max(at, within ? open : span.start);
    const to = Math.min(end, within ? text.indexOf(formulaEnd, open) + 1 : span.end);
    if (to <= at) continue;
    add(at, from, false);
    add(from, to, true);
    at = to;
  }
  add(at, end, false);
  return queryTokens;
}

const formulas = new RegExp(`(${formulaStart}[^${formulaEnd}]*${formulaEnd})`, "u");
