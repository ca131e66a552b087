import type { MatchedTerm } from "./postings.ts";

/** What must be true of a paper, whatever its rank. */
export interface Condition {
  /** Absent where there is no condition: for words to be ranked, and for what is not understood. */
  test?: (paper: number) => boolean;
  /** The words that matched, where the condition is about words. */
  matched?: MatchedTerm;
  /** Why there is no condition or no paper meets it, and what to write instead. */
  faults: string[];
}
