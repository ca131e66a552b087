/**
 * What papers are compared by. Texts are as in the paper's entry: Markdown, formulas between
 * dollars.
 */
export interface PaperTexts {
  id: string;
  title: string;
  abstract: string;
  topics: readonly { id: string; score: number }[];
  /** The day on which it came into the archive, or else its publication. */
  since?: string | undefined;
}
