import { counted, listed, number } from "../format.ts";

/** The page of one paper. */
export const paperPage = {
  actions: "Read this paper",
  findOn: "Find it on",
  searchOn: (site: string) => `Search ${site} for this title`,
  toCite: "Cite",
  unnamedAuthors: (count: number) =>
    `${counted(count, "author", "authors")}, not named by the source`,
  moreAuthors: (count: number) => `and ${number(count)} more`,
  fewerAuthors: "Show fewer",
  facts: "About this paper",
  published: "Published",
  noDate: "(no date in the source)",
  yearInferred: "(year inferred from the other dates)",
  listed: "Listed in Daily Papers",
  author: (count: number): string => (count === 1 ? "Author" : "Authors"),
  organization: "Organization",
  venue: "Published in",
  discussion: "Discussion",
  /** The source of upvotes and comments, and the day on which they were read, or else that of its list. */
  countedBy: (
    source: string,
    { list, read }: { list: string | undefined; read: string | undefined },
  ) =>
    read !== undefined
      ? `(${source}, read on ${read})`
      : list !== undefined
        ? `(${source}, list of ${list})`
        : `(${source})`,
  /** Pages of the owner, and papers with a note, that link to this paper. */
  mentionedIn: "Mentioned in notes",
  citedAs: "Cited here as",
  source: "Source",
  /** Where in a source the paper is, and which facts the source contributed, if not all. */
  place: (file: string, line: number | undefined) =>
    line === undefined ? file : `${file}, line ${line}`,
  contributed: (facts: string) => `(${facts})`,
  topics: "Topics",
  noTopics: "This paper matches none of the archive’s topics.",
  setByHand: "set by hand",
  why: "Why?",
  whyTopic: (topic: string) => `Why ${topic}?`,
  inTitle: (phrases: readonly string[]) => `${quoted(phrases)} in the title`,
  inAbstract: (phrases: readonly string[]) => `${quoted(phrases)} in the abstract`,
  inKeywords: (phrases: readonly string[]) => `${quoted(phrases)} among the keywords`,
  inCategories: (phrases: readonly string[]) => `${quoted(phrases)} among the categories`,
  inVenue: (phrases: readonly string[]) => `published in ${quoted(phrases)}`,
  cite: "Cite this paper",
  citeFormat: "Format of the citation",
  plainText: "Plain text",
  citeWithoutAuthors: "The source names no authors, so these citations have none.",
  asMarkdown: "Title and abstract as Markdown",
  related: "Related papers",
  noRelated: "There are no similar papers in this archive.",
  sharedTerms: (terms: string[]) => `Both mention ${listed(terms.map((term) => `“${term}”`))}.`,
  neighbours: "Previous and next papers",
};

/** Names of the links under a paper's title. */
export const actionNames = {
  pdf: "PDF",
  arxiv: "arXiv",
  doi: "DOI",
  acl: "ACL Anthology",
  openreview: "OpenReview",
  huggingface: "Hugging Face",
  code: "Code",
  project: "Project page",
  data: "Data",
};

/** Names of what references say of a work. */
export const referenceLabels = {
  type: "Type",
  edition: "Edition",
  version: "Version",
  editors: (count: number): string => (count === 1 ? "Editor" : "Editors"),
  translators: (count: number): string => (count === 1 ? "Translator" : "Translators"),
  bookAuthors: (count: number): string =>
    count === 1 ? "Author of the book" : "Authors of the book",
  chapter: "Chapter",
  titleAddon: "Addition to the title",
  mainTitle: "Part of",
  series: "Series",
  pages: "Pages",
  school: "University",
  institution: "Institution",
  publisher: "Publisher",
  place: "Place",
  howPublished: "How published",
  note: "Remark",
};

/** What a work is. */
export const workTypeNames = {
  article: "Preprint",
  "article-journal": "Article in a journal",
  "article-magazine": "Article in a magazine",
  "article-newspaper": "Article in a newspaper",
  book: "Book",
  chapter: "Chapter of a book",
  dataset: "Dataset",
  document: "Document",
  "entry-encyclopedia": "Encyclopedia entry",
  manuscript: "Manuscript",
  "paper-conference": "Conference paper",
  patent: "Patent",
  report: "Report",
  software: "Software",
  standard: "Standard",
  thesis: "Thesis",
  webpage: "Web page",
};

/** Names of the facts that a source or a note contributed. */
export const factNames = {
  title: "title",
  abstract: "abstract",
  published: "publication date",
  publishedIn: "publication date",
  listed: "listing days",
  authors: "authors",
  authorsCount: "number of authors",
  organization: "organization",
  venue: "venue",
  comments: "comments",
  upvotes: "upvotes",
  links: "links",
  ids: "identifiers",
  topics: "topics",
};

/** What the page of a paper says about its reconstructed formulas. */
export const restoredFormulas = {
  restored: (count: number) =>
    `${counted(count, "formula was", "formulas were")} reconstructed and may differ from the paper.`,
  lossy: (count: number) =>
    `${number(count)} of them ${count === 1 ? "is" : "are"} missing a part that the source does not contain.`,
  left: (count: number) =>
    `${counted(count, "more passage", "more passages")} may be formulas; they are shown as in the source.`,
  corrected: (count: number) =>
    `${counted(count, "formula was", "formulas were")} corrected by hand.`,
  original: "Original text",
};

/** The list of all reconstructed formulas, for the owner to check. */
export const formulasPage = {
  title: "Reconstructed formulas",
  description: "Every formula reconstructed from a damaged source, the least certain first.",
  none: "No formula in this archive was reconstructed, so there is nothing to check.",
  lede: (formulas: number, papers: number) =>
    `The source lost the dollar signs and backslashes of ${counted(formulas, "formula", "formulas")} in ${counted(papers, "paper", "papers")}. They were reconstructed as well as possible; the least certain come first.`,
  certain: "certain",
  from: "from",
  incomplete: "a part is missing",
  correct: "Correct it",
  correctIn: (title: string) => `Correct it in ${title}`,
  howTo: (file: string) =>
    `Add this to \`${file}\` with the right LaTeX, or with \`latex: null\` if it is not a formula. It applies to every such passage of the paper; add \`occurrence: 2\` to change the second one only.`,
};

function quoted(phrases: readonly string[]): string {
  return listed(phrases.map((phrase) => `“${phrase}”`));
}
