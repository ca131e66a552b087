import { type Candidate, isWordName, rankOf } from "./candidates.ts";
import { commandClass, doubtfulNames } from "./commands.ts";
import type { TextContext } from "./context.ts";
import { genreOf } from "./genre.ts";
import { candidateFeatures, textFeatures } from "./judge-features.ts";
import { logit, shareOf, type Trees } from "./trees.ts";

/**
 * A second look at what the tagger found, which uses the whole text: first whether each span is a
 * formula (`spans`), then whether the text lost formulas at all (`texts`). False positives in texts
 * without formulas are the most harmful.
 */
export interface Judge {
  readonly spans: Trees;
  readonly texts: Trees;
}

const shifted = (share: number, by: number): number => 1 / (1 + Math.exp(by - logit(share)));

/**
 * The logit of the probability that corresponds to a confidence of one half. It was chosen on
 * held-out parts of the development data, so that nearly all texts without formulas stay unchanged.
 */
const prudence = { span: logit(0.4), text: logit(0.7) } as const;

/**
 * How much surer the judge must be of some candidates than of others: false positives are nearly all
 * letters and relations of letters that no other sign of mathematics is near.
 */
const doubt = {
  greek: logit(0.15),
  strong: logit(0.25),
  name: logit(0.35),
  alone: logit(0.7),
} as const;

/** A word such as `partially` may be two commands, but "Past 12" is none. */
const hasSign = (source: string): boolean =>
  /[^A-Za-z\s]/.test(source) && !/^[A-Z][a-z]+ \d+$/.test(source);

/** How sure each candidate is, from 0 to 1. */
export function judge(
  { spans, texts }: Judge,
  text: string,
  context: TextContext,
  candidates: readonly Candidate[],
): number[] {
  if (candidates.length === 0) return [];
  const genre = genreOf(text, context.facts[6]);
  const rows = candidateFeatures(text, context, genre, candidates);
  const shares = rows.map((row) => shareOf(spans, row));
  const whole = shareOf(texts, textFeatures(text, context, genre, candidates, shares));
  const most = shifted(whole, prudence.text);
  const sure = shares.map((share) => Math.min(shifted(share, prudence.span), most));
  const sources = candidates.map(({ start, end }) => text.slice(start, end));
  const isGreek = (index: number): boolean => commandClass.get(sources[index] ?? "") === "greek";
  const isSigned = candidates.some(
    ({ evidence }, index) => (rankOf(evidence) > 0 || isGreek(index)) && (sure[index] ?? 0) >= 0.5,
  );
  return candidates.map((candidate, index) => {
    const own = sure[index] ?? 0;
    const source = sources[index] ?? "";
    if (isGreek(index)) {
      // `alphaXiv` is a name.
      if (/^[A-Za-z]/.test(text.slice(candidate.end, candidate.end + 1))) return own;
      return shifted(
        own,
        doubtfulNames.has(source) ? doubt.name : isWordName(source) ? doubt.strong : doubt.greek,
      );
    }
    if (rankOf(candidate.evidence) > 1 && hasSign(source)) return shifted(own, doubt.strong);
    return isSigned ? own : shifted(own, doubt.alone);
  });
}
