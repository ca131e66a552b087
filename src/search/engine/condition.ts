import type { MatchedTerm } from "./postings.ts";

/** What must be true of a paper, whatever its rank. */
export interface Condition {
  /**
   * Absent if there is no condition: for words that are only ranked, and for parts that were not
   * understood.
   */
  test?: (paper: number) => boolean;
  /** The words that matched, if the condition is about words. */
  matched?: MatchedTerm;
  /** Why there is no condition or no paper meets it, and what to write instead. */
  faults: string[];
}
