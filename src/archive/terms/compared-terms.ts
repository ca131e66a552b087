import { type CountedTerms, countTerms } from "./count-terms.ts";
import type { PaperTexts } from "./paper-texts.ts";
import { type TermVectors, termVectors } from "./term-vectors.ts";

/** The terms of an archive's papers, which are counted and weighed when they are first asked for. */
export interface ComparedTerms {
  counted: () => CountedTerms;
  vectors: () => TermVectors;
}

/** The terms of papers, for all that compares them. */
export function comparedTerms(papers: readonly PaperTexts[]): ComparedTerms {
  let counted: CountedTerms | undefined;
  let vectors: TermVectors | undefined;
  const count = () => {
    counted ??= countTerms(papers);
    return counted;
  };
  return {
    counted: count,
    vectors: () => {
      vectors ??= termVectors(papers, count());
      return vectors;
    },
  };
}
