import { type CountedTerms, countTerms } from "./count-terms.ts";
import type { PaperTexts } from "./paper-texts.ts";
import { type TermVectors, termVectors } from "./term-vectors.ts";

/** The terms of an archive's papers, which are counted and weighed when they are first asked for. */
export interface ComparedTerms {
  counted: () => Promise<CountedTerms>;
  vectors: () => Promise<TermVectors>;
}

/** The terms of papers, for all that compares them. `count` may count them otherwise, with the same result. */
export function comparedTerms(
  papers: readonly PaperTexts[],
  count: () => CountedTerms | Promise<CountedTerms> = () => countTerms(papers),
): ComparedTerms {
  let counted: Promise<CountedTerms> | undefined;
  let vectors: Promise<TermVectors> | undefined;
  const counting = () => {
    counted ??= Promise.resolve(count());
    return counted;
  };
  return {
    counted: counting,
    vectors: () => {
      vectors ??= counting().then((all) => termVectors(papers, all));
      return vectors;
    },
  };
}
