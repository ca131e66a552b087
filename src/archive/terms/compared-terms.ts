import { type CountedTerms, countTerms } from "./count-terms.ts";
import type { PaperTexts } from "./paper-texts.ts";
import { type ArchiveTerms, type TermVectors, termVectors } from "./term-vectors.ts";

/** The terms of an archive's papers, which are counted and weighed when they are first asked for. */
export interface ComparedTerms {
  counted: () => Promise<CountedTerms>;
  vectors: () => Promise<TermVectors>;
}

/** The terms of papers, for all that compares them. `make` may make them otherwise, with the same result. */
export function comparedTerms(
  papers: readonly PaperTexts[],
  make: () => ArchiveTerms | Promise<ArchiveTerms> = () => archiveTerms(papers),
): ComparedTerms {
  let made: Promise<ArchiveTerms> | undefined;
  const terms = () => {
    made ??= Promise.resolve(make());
    return made;
  };
  return {
    counted: async () => (await terms()).counted,
    vectors: async () => (await terms()).vectors,
  };
}

/** Counts and weighs the terms of papers. Former ones of mostly the same papers save time, and change nothing. */
export function archiveTerms(papers: readonly PaperTexts[], former?: ArchiveTerms): ArchiveTerms {
  const counted = countTerms(papers, former?.counted);
  return { counted, vectors: termVectors(papers, counted, former) };
}
