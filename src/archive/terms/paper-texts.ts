/**
 * What papers are compared by. Texts are as in the paper's entry: Markdown, formulas between
 * dollars.
 */
export interface PaperTexts {
  id: string;
  title: string;
  abstract: string;
  topics: readonly { id: string; score: number }[];
  /** Sorts papers by the day on which they came into the archive, and then by their dates. */
  since?: string | undefined;
}
