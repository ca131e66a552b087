import type { WorkType } from "../../schemas/work-types.ts";

/** The item types of Zotero, which it reads in `DC.type` and in COinS. */
export const zoteroTypes: Readonly<Record<WorkType, string>> = {
  article: "preprint",
  "article-journal": "journalArticle",
  "article-magazine": "magazineArticle",
  "article-newspaper": "newspaperArticle",
  book: "book",
  chapter: "bookSection",
  dataset: "dataset",
  document: "document",
  "entry-encyclopedia": "encyclopediaArticle",
  manuscript: "manuscript",
  "paper-conference": "conferencePaper",
  patent: "patent",
  report: "report",
  software: "computerProgram",
  standard: "standard",
  thesis: "thesis",
  webpage: "webpage",
};
