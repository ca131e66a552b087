import { greekLetterCommand } from "../greek-letters.ts";
import { katexAccepts } from "./accepts.ts";
import { type Candidate, findCandidates } from "./candidates.ts";
import { commandClass, doubtfulNames } from "./commands.ts";
import { contextOf, type TextContext } from "./context.ts";
import { typedDisplays } from "./displays.ts";
import type { Extent } from "./extent.ts";
import { type Judge, judge } from "./judge.ts";
import type { RunCosts } from "./letter-runs.ts";
import { rebuild } from "./rebuild.ts";
import type { TaggerWeights } from "./tagger.ts";
import { findWholeMath, type WholeMath } from "./whole-math.ts";

/** A formula found in a damaged text. Offsets are UTF-16 units of that text. */
export interface FormulaSpan {
  readonly start: number;
  readonly end: number;
  /** The damaged text of the formula: `text.slice(start, end)`. */
  readonly source: string;
  /** Its LaTeX, which KaTeX renders. */
  readonly latex: string;
  /** How sure the restorer is that this is a formula, from 0 to 1. */
  readonly confidence: number;
  /** A wrapper such as `\frac` or `\mathbb` is known to be lost: `1{n}`. */
  readonly lossy: boolean;
}

/** How sure the restorer must be. */
export interface RestoreOptions {
  /** Spans with less confidence stay as they were. */
  readonly threshold?: number;
  /**
   * Another text of the paper: its title, or its abstract. A Greek letter there is evidence for the same
   * letter here.
   */
  readonly elsewhere?: string;
}

/** What the restorer found in a text. */
export interface Restoration {
  /** The restored formulas, in order, without overlaps. */
  readonly spans: readonly FormulaSpan[];
  /**
   * How many likely formulas were left unchanged because the restorer is not sure enough or their
   * LaTeX does not render.
   */
  readonly left: number;
  /** Their offsets. */
  readonly doubtful: readonly Pick<FormulaSpan, "start" | "end" | "source">[];
  /** How many of `spans` are known to have lost a wrapper. */
  readonly lossy: number;
}

const defaultThreshold = 0.5;
/** The confidence in a Greek name whose letter is also in the text: `muP` beside `μP`. */
const sureOfSeenLetter = 0.6;

/** The names of the Greek letters of a text, and of its commands. */
function greekNamesIn(text: string): ReadonlySet<string> {
  const names = (text.match(/[\u0370-\u03ff\u00b5]|\\[A-Za-z]+/g) ?? []).map((found) =>
    found.startsWith("\\") ? found.slice(1) : (greekLetterCommand.get(found) ?? ""),
  );
  return new Set(names.filter((name) => commandClass.get(name) === "greek"));
}

/** The confidence needed for a command on its own that is an English word, such as `in`. */
const sureOfWord = 0.65;
/** The same for "times": "a constant times the best" is said as often as it is written. */
const sureOfTimes = 0.75;
const isWord = (source: string): boolean =>
  doubtfulNames.has(source) && commandClass.get(source) !== "greek";
/** The confidence needed for a capitalized word and a number: "The Last 28 Days" is not `L\ast 28`. */
const sureOfNumberedWord = 0.95;
const isNumberedWord = (source: string): boolean => {
  const word = /^([A-Z][a-z]{3,}) \d+$/.exec(source)?.[1];
  return word !== undefined && !commandClass.has(word);
};
/** `Pass@k` and `Pass^3` are names of measures. Most papers write them without dollars. */
const isOfMeasure = (text: string, start: number, source: string): boolean => {
  const before = text.slice(Math.max(0, start - 6), start);
  return /\bpass@$/i.test(before) || (source.startsWith("^") && /\bpass$/i.test(before));
};
const leastOf = (source: string): number => {
  if (isWord(source)) return source === "times" ? sureOfTimes : sureOfWord;
  return isNumberedWord(source) ? sureOfNumberedWord : leastConfidence;
};
/** No abstract has a longer formula, and KaTeX's time is not linear in the length. */
const longest = 1500;
/** Below this even a likely formula is not worth counting as left. */
const leastConfidence = 0.25;
/** The result of training. */
export interface Model {
  readonly tagger: TaggerWeights;
  readonly judge: Judge;
  readonly costs: RunCosts;
}

/** The source removes dollars in pairs. If a pair is still there, the text was not damaged. */
const isUndamaged = (whole: readonly WholeMath[]): boolean =>
  whole.some(({ delimiter }) => delimiter === "$" || delimiter === "$$");

/**
 * The source takes the dollars of `$$…$$` in pairs from the second one on, so one or both of the outer
 * ones stay. They belong to the formula. An amount of money has no command and no sign of a relation.
 */
function withStrayDollars(text: string, body: Extent): Extent & { readonly body: Extent } {
  const source = text.slice(body.start, body.end);
  if (source.length < 8 || /^[\d.,]/.test(source) || !/[=_^]|[lg]eq?|in/.test(source)) {
    return { ...body, body };
  }
  const before =
    /\$\s?$/.exec(text.slice(Math.max(0, body.start - 2), body.start))?.[0].length ?? 0;
  const after = /^\s?\$/.exec(text.slice(body.end, body.end + 2))?.[0].length ?? 0;
  return { start: body.start - before, end: body.end + after, body };
}

/** What the tagger finds outside intact formulas, which are `whole`. */
export function candidatesOf(
  text: string,
  context: TextContext,
  tagger: TaggerWeights,
  whole = findWholeMath(text),
): Candidate[] {
  if (isUndamaged(whole)) return [];
  const displays = typedDisplays(text);
  const isIn = ({ start, end }: Extent, parts: readonly Extent[]): boolean =>
    parts.some((part) => start < part.end && end > part.start);
  // Dollars in the words of a display are lost like others: `\text{in $\mathbb{R}$}`.
  return findCandidates(text, context, tagger).filter(
    (candidate) =>
      !isIn(candidate, whole) && (candidate.evidence === "proof" || !isIn(candidate, displays)),
  );
}

/** Makes a restorer of a model. Restoring is pure and linear in the length of the text. */
export function createRestorer(model: Model) {
  return (text: string, options: RestoreOptions = {}): Restoration => {
    const threshold = options.threshold ?? defaultThreshold;
    const nothing: Restoration = { spans: [], left: 0, doubtful: [], lossy: 0 };
    const whole = findWholeMath(text);
    if (isUndamaged(whole)) return nothing;
    const context = contextOf(text, greekNamesIn(options.elsewhere ?? ""));
    const candidates = candidatesOf(text, context, model.tagger, whole);
    if (candidates.length === 0) return nothing;
    const confidences = judge(model.judge, text, context, candidates);
    const spans: FormulaSpan[] = [];
    const seen = greekNamesIn(text);
    const doubtful: Pick<FormulaSpan, "start" | "end" | "source">[] = [];
    for (const [index, candidate] of candidates.entries()) {
      const isSeen = seen.has(text.slice(candidate.start, candidate.end));
      const confidence = Math.max(confidences[index] ?? 0, isSeen ? sureOfSeenLetter : 0);
      const { start, end, body } = withStrayDollars(text, candidate);
      const source = text.slice(start, end);
      if (confidence < leastOf(source) || isOfMeasure(text, start, source)) continue;
      const { latex, lossy } = rebuild(text.slice(body.start, body.end), model.costs);
      const touchesDollar =
        text[start - 1] === "$" ||
        text[end] === "$" ||
        text.slice(body.start, body.end).includes("$");
      const isSound = latex !== "" && latex.length <= longest && katexAccepts(latex);
      if (confidence < threshold || touchesDollar || !isSound) {
        doubtful.push({ start, end, source });
        continue;
      }
      spans.push({ start, end, source, latex, confidence, lossy });
    }
    if (!readsBack(text, spans)) {
      const all = [...doubtful, ...spans].sort((a, b) => a.start - b.start);
      return { ...nothing, left: all.length, doubtful: all };
    }
    const lossy = spans.filter((span) => span.lossy).length;
    return { spans, left: doubtful.length, doubtful, lossy };
  };
}

/** A text with its restored formulas as `$…$`. Everything else stays the same, byte for byte. */
export function withDollars(text: string, spans: readonly FormulaSpan[]): string {
  let out = "";
  let last = 0;
  for (const { start, end, latex } of spans) {
    out += `${text.slice(last, start)}$${latex}$`;
    last = end;
  }
  return out + text.slice(last);
}

/**
 * Whether restoring the result again would change nothing, because it finds an intact formula.
 * Other dollars in the text can prevent that.
 */
const readsBack = (text: string, spans: readonly FormulaSpan[]): boolean =>
  spans.length === 0 ||
  findWholeMath(withDollars(text, spans)).some(({ delimiter }) => delimiter.startsWith("$"));
