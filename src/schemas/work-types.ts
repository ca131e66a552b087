/** What a work is, in the words of CSL 1.0.2. `article` is a preprint. */
export const workTypes = [
  "article",
  "article-journal",
  "article-magazine",
  "article-newspaper",
  "book",
  "chapter",
  "dataset",
  "document",
  "entry-encyclopedia",
  "manuscript",
  "paper-conference",
  "patent",
  "report",
  "software",
  "standard",
  "thesis",
  "webpage",
] as const;
/** What a work is, such as a thesis. */
export type WorkType = (typeof workTypes)[number];
