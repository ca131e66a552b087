import type { Candidate } from "./candidates.ts";
import type { TextContext } from "./context.ts";
import { genreOf } from "./genre.ts";
import { candidateFeatures, textFeatures } from "./judge-features.ts";
import { logit, shareOf, type Trees } from "./trees.ts";

/**
 * The second look at what the tagger found, from all that the text shows: first whether each
 * stretch is a formula (`spans`), then whether the text is one that lost formulas at all (`texts`).
 * A false alarm in a text without formulas costs most.
 */
export interface Judge {
  readonly spans: Trees;
  readonly texts: Trees;
}

const shifted = (share: number, by: number): number => 1 / (1 + Math.exp(by - logit(share)));

/**
 * What a share must be for a confidence of one half, as a logit: chosen on held-out parts of the
 * development data, so that nearly all texts without formulas stay untouched.
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
