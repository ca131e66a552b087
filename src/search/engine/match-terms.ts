import { nameKey } from "../index/name-keys.ts";
import { normalise } from "../text/normalise.ts";
import { suggestCorrection } from "./correct.ts";
import { type MatchedTerm, matchTerm } from "./postings.ts";
import type { QueryTerm } from "./query-terms.ts";
import type { SearchContext } from "./search-context.ts";
import { isInLexicon } from "./widen.ts";

/** Finds the papers of each term; a compound that no paper has becomes a term for each of its words. */
export async function matchTerms(
  context: SearchContext,
  terms: readonly QueryTerm[],
): Promise<MatchedTerm[]> {
  const matched = await Promise.all(
    terms.map(async (term) => {
      const whole = await matchTerm(term, context);
      if (whole.papers.size > 0 || !term.parts || term.parts.length === 0) return [whole];
      return Promise.all(term.parts.map((part) => matchTerm(part, context)));
    }),
  );
  return matched.flat();
}

/** Matched terms after spelling correction. */
export interface CorrectedTerms {
  terms: MatchedTerm[];
  corrections: { from: string; to: string }[];
  /** Words that no paper has and that could not be corrected. */
  unknown: string[];
}

/**
 * Replaces words that no paper has by those that were probably meant. A sentence can be answered
 * without a word or two, so less of the vocabulary is loaded for it.
 */
export async function correctSpelling(
  context: SearchContext,
  matched: readonly MatchedTerm[],
  { isSentence }: { isSentence: boolean },
): Promise<CorrectedTerms> {
  const terms: MatchedTerm[] = [];
  const corrections: CorrectedTerms["corrections"] = [];
  const unknown = new Set<string>();
  // At once, since each may load files.
  const corrected = await Promise.all(
    matched.map(({ papers, term }) =>
      papers.size === 0 ? correctTerm(context, term, { isSentence }) : undefined,
    ),
  );
  for (const [at, one] of matched.entries()) {
    const better = corrected[at];
    if (better) {
      corrections.push({ from: one.term.text, to: better.to });
      terms.push(...better.terms);
    } else {
      if (one.papers.size === 0) unknown.add(one.term.text);
      terms.push(one);
    }
  }
  return { terms, corrections, unknown: [...unknown] };
}

async function correctTerm(
  context: SearchContext,
  { form }: QueryTerm,
  { isSentence }: { isSentence: boolean },
): Promise<{ to: string; terms: MatchedTerm[] } | undefined> {
  // A word of the lexicon is not a typing error: the terms for it will be searched.
  if (form === undefined || (await isInLexicon(context, form))) return undefined;
  const to = await suggestCorrection(context, form, { firstLetter: !isSentence });
  const [word] = to === undefined ? [] : normalise(to).words;
  if (to === undefined || !word) return undefined;
  const term = {
    text: word.form,
    form: word.form,
    keys: [word.key, nameKey(word.form)].map((key) => ({ key, weight: 1 })),
  };
  const terms = await matchTerms(context, [{ ...term, isCorrection: true }]);
  return terms.some(({ papers }) => papers.size > 0) ? { to, terms } : undefined;
}
