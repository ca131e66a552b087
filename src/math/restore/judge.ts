import type { Candidate } from "./candidates.ts";
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

/** How sure each candidate is, from 0 to 1. */
export function judge(
  { spans, texts }: Judge,
  text: string,
  context: TextContext,
  candidates: readonly Candidate[],
): number[] {
  if (candidates.length === 0) return [];
  const genre = genreOf(text);
  const rows = candidateFeatures(text, context, genre, candidates);
  const shares = rows.map((row) => shareOf(spans, row));
  const whole = shareOf(texts, textFeatures(text, context, genre, candidates, shares));
  const most = shifted(whole, prudence.text);
  return shares.map((share) => Math.min(shifted(share, prudence.span), most));
}
