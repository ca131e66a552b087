import { type Candidate, isWordName, rankOf } from "./candidates.ts";
import { commandClass, doubtfulNames } from "./commands.ts";

/**
 * The kinds of candidates that need different amounts of certainty. Nearly all false positives are letters,
 * Greek names and comparisons that authors also type without dollars: `k`-means, Cohen's kappa, p < 0.05.
 */
export const kinds = [
  "letter",
  "letter without signs",
  "letter before a hyphen",
  "Greek name",
  "Greek word",
  "Greek before a letter",
  "Greek before a hyphen",
  "command",
  "letters",
  "sign",
  "comparison",
  "other",
] as const;

/** One of `kinds`. */
export type Kind = (typeof kinds)[number];

/**
 * How sure the judge must be, as log-odds: of a text, and how much more or less of a candidate and its text, by
 * the candidate's kind.
 */
export interface Bars {
  readonly text: number;
  readonly spans: Readonly<Record<Kind, number>>;
}

/** A candidate is as sure as the less sure of itself and its text. The bar of a candidate is a little low. */
const spanBar = -0.4;
/** How much surer the trees must be of a text for each sign that it is typed without LaTeX. */
const typedDoubt = 2.5;

/** How far a candidate is above the bar, before its kind counts. Both values are log-odds. */
export const marginOf = (span: number, text: number, typed: number, bars: Bars): number =>
  Math.min(span - spanBar, text - bars.text - typedDoubt * typed);

/** A word such as `partially` may be two commands, but "Past 12" is none. */
const hasSign = (source: string): boolean =>
  /[^A-Za-z\s]/.test(source) && !/^[A-Z][a-z]+ \d+$/.test(source);

/** The kind of a candidate. A letter is one "without signs" if nothing else in its text is surer. */
export function kindOf(text: string, candidate: Candidate): Kind {
  const { start, end, evidence } = candidate;
  const source = text.slice(start, end);
  const isBeforeHyphen = /^-[A-Za-z]/.test(text.slice(end, end + 2));
  if (/^[A-Za-z]$/.test(source)) return isBeforeHyphen ? "letter before a hyphen" : "letter";
  const command = commandClass.get(source);
  if (command === "greek") {
    // `alphaXiv` is a name.
    if (/[A-Za-z]/.test(text.charAt(end))) return "Greek before a letter";
    if (isBeforeHyphen) return "Greek before a hyphen";
    return doubtfulNames.has(source) || isWordName(source) ? "Greek word" : "Greek name";
  }
  if (command !== undefined) return "command";
  if (rankOf(evidence) > 1 && hasSign(source)) return "sign";
  if (/^[A-Za-z\s]+$/.test(source)) return "letters";
  return /[=<>]\s?[-+.~]?\d/.test(source.slice(0, 60)) ? "comparison" : "other";
}

/** Whether a candidate of this kind, if it is sure, lends weight to the letters of its text. */
export const isSignKind = (kind: Kind, { evidence }: Candidate): boolean =>
  rankOf(evidence) > 0 || kind.startsWith("Greek");

/** The kind whose bar applies, once it is known whether the text has a sure sign. */
export const kindInText = (kind: Kind, isSigned: boolean): Kind =>
  kind === "letter" && !isSigned ? "letter without signs" : kind;
