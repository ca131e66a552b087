import { type Bars, isSignKind, kindInText, kindOf, marginOf } from "./bars.ts";
import type { Candidate } from "./candidates.ts";
import type { TextContext } from "./context.ts";
import { candidateFeatures, textFeatures } from "./judge-features.ts";
import { logit, shareOf, type Trees } from "./trees.ts";
import { typedSigns } from "./typing.ts";

/**
 * A second look at what the tagger found, which uses the whole text: first whether each span is a
 * formula (`spans`), then whether the text lost formulas at all (`texts`). False positives in texts
 * without formulas are the most harmful.
 */
export interface Judge {
  readonly spans: Trees;
  readonly texts: Trees;
  /** What is half sure. Training chooses them. */
  readonly bars: Bars;
}

/** How sure each candidate is, from 0 to 1. */
export function judge(
  { spans, texts, bars }: Judge,
  text: string,
  context: TextContext,
  candidates: readonly Candidate[],
): number[] {
  if (candidates.length === 0) return [];
  const shares = candidateFeatures(text, context, candidates).map((row) => shareOf(spans, row));
  const whole = logit(shareOf(texts, textFeatures(text, context, candidates, shares)));
  const typed = typedSigns(text);
  const margins = shares.map((share) => marginOf(logit(share), whole, typed, bars));
  const found = candidates.map((candidate) => kindOf(text, candidate));
  const isSigned = candidates.some((candidate, index) => {
    const kind = found[index];
    return kind !== undefined && isSignKind(kind, candidate) && (margins[index] ?? -1) >= 0;
  });
  return found.map((kind, index) => {
    const margin = (margins[index] ?? 0) - bars.spans[kindInText(kind, isSigned)];
    return 1 / (1 + Math.exp(-margin));
  });
}
