import { formulaEnd, formulaStart, normalise } from "./normalise.ts";

/** A part of a shown text: plain text or the LaTeX of a formula, and whether the query matches it. */
export interface TextSpan {
  text: string;
  formula: boolean;
  matched: boolean;
}

interface Match {
  start: number;
  end: number;
  key: string;
}

/** A whole text in spans, with the matches of `keys` marked. */
export function highlight(text: string, keys: ReadonlySet<string>): TextSpan[] {
  return toSpans(text, matchesOf(text, keys), 0, text.length);
}

/**
 * The passage of a text with the most matches of `keys`, of about `size` UTF-16 code units. It never
 * cuts a word or a formula, and has an ellipsis where the text continues.
 */
export function excerpt(text: string, keys: ReadonlySet<string>, size = 260): TextSpan[] {
  const matches = matchesOf(text, keys);
  if (text.length <= size) return toSpans(text, matches, 0, text.length);
  const [start, end] = bestPassage(text, matches, size);
  const plain = (ellipsis: string) => ({ text: ellipsis, formula: false, matched: false });
  return [
    ...(start > 0 ? [plain("…")] : []),
    ...toSpans(text, matches, start, end),
    ...(end < text.length ? [plain("…")] : []),
  ];
}

/** The matches in a text, of overlapping ones the first and longest. */
function matchesOf(text: string, keys: ReadonlySet<string>): Match[] {
  if (keys.size === 0) return [];
  const { words, compounds } = normalise(text);
  const matches = [...words.filter(({ stop }) => !stop), ...compounds]
    .filter(({ key }) => keys.has(key))
    .map(({ key, start, end }) => ({ key, start, end }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = 0;
  return matches.filter(({ start, end }) => {
    if (start < reached) return false;
    reached = end;
    return true;
  });
}

function bestPassage(text: string, matches: readonly Match[], size: number): [number, number] {
  let best = { start: 0, score: 0 };
  for (const [index, first] of matches.entries()) {
    const start = first.start < size * 0.4 ? 0 : first.start;
    const distinct = new Set<string>();
    let count = 0;
    for (const { key, end } of matches.slice(start === 0 ? 0 : index)) {
      if (end > start + size * 0.8) break;
      distinct.add(key);
      count += 1;
    }
    const score = distinct.size + count / 100;
    if (score > best.score) best = { start, score };
  }
  if (best.start === 0) return [0, boundary(text, size)];
  // Start at the beginning of the sentence if it is near, otherwise a few words before the match.
  const before = text.slice(Math.max(0, best.start - 110), best.start);
  const sentence = before.search(/(?<=[.!?]\s)\S(?!.*[.!?]\s)/su);
  const start =
    sentence >= 0
      ? best.start - before.length + sentence
      : boundary(text, Math.max(0, best.start - 60), false);
  return [start, boundary(text, Math.min(text.length, start + size))];
}

/** The nearest word boundary at or before an offset, or after it, outside of formulas. */
function boundary(text: string, place: number, before = true): number {
  if (place <= 0 || place >= text.length) return Math.max(0, Math.min(place, text.length));
  const open = text.lastIndexOf(formulaStart, place);
  const close = text.lastIndexOf(formulaEnd, place - 1);
  if (open >= 0 && open > close) {
    const end = text.indexOf(formulaEnd, place);
    return before ? open : end < 0 ? text.length : end + 1;
  }
  const space = before ? text.lastIndexOf(" ", place) : text.indexOf(" ", place);
  if (space < 0) return place;
  return before ? space : space + 1;
}

/** The part of a text from `start` to `end` as spans. */
function toSpans(text: string, matches: readonly Match[], start: number, end: number): TextSpan[] {
  const spans: TextSpan[] = [];
  const add = (from: number, to: number, matched: boolean) => {
    for (const part of text.slice(from, to).split(formulas)) {
      const formula = part.startsWith(formulaStart);
      const shown = formula ? part.slice(1, part.endsWith(formulaEnd) ? -1 : undefined) : part;
      if (shown === "") continue;
      const last = spans.at(-1);
      if (last && !formula && !last.formula && last.matched === matched) last.text += shown;
      else spans.push({ text: shown, formula, matched });
    }
  };
  let at = start;
  for (const match of matches) {
    if (match.end <= at || match.start >= end) continue;
    // A match within a formula marks the whole formula.
    const open = text.lastIndexOf(formulaStart, match.start);
    const within = open >= 0 && text.indexOf(formulaEnd, open) >= match.start;
    const from = Math.max(at, within ? open : match.start);
    const to = Math.min(end, within ? text.indexOf(formulaEnd, open) + 1 : match.end);
    if (to <= at) continue;
    // Words that follow each other are marked as one phrase.
    const last = spans.at(-1);
    add(at, from, last?.matched === true && !last.formula && /^[ -]$/.test(text.slice(at, from)));
    add(from, to, true);
    at = to;
  }
  add(at, end, false);
  return spans;
}

const formulas = new RegExp(`(${formulaStart}[^${formulaEnd}]*${formulaEnd})`, "u");
