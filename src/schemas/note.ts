import { z } from "zod";
import { arxivId, dayKey, doi, type PaperId, paperId, topicId, webAddress } from "./identifiers.ts";
import { author, organization, paperLink, venue } from "./paper.ts";

/** The owner's reading status of a paper. */
const readingStatuses = ["to-read", "reading", "read"] as const;
const readingStatus = z.enum(readingStatuses);
/** The owner's reading status of a paper. */
export type ReadingStatus = z.infer<typeof readingStatus>;

const words = z.string().trim().min(1);

/** A span of a paper's text as the source prints it, and what it really is. */
const formulaCorrection = z.strictObject({
  text: words.meta({
    description: "The span as the source prints it; also the LaTeX that the site shows for it.",
    examples: ["O(mlog(m))"],
  }),
  latex: words.nullable().meta({
    description: "Its LaTeX, without dollars; null if it is not a formula.",
    examples: ["O(m\\log m)"],
  }),
  occurrence: z
    .number()
    .int()
    .positive()
    .optional()
    .describe(
      "Which of several such spans is meant, counted from the title on. All of them if absent.",
    ),
});
/** A formula as the source prints it, with the owner's correction. */
export type FormulaCorrection = z.infer<typeof formulaCorrection>;

/** An author's name, or the name with an id. */
const anyAuthor = z.union([words, z.strictObject(author.shape)]);
/** A web address, or one with its kind. */
const anyLink = z.union([webAddress, z.strictObject(paperLink.shape)]);
const anyVenue = z.strictObject(venue.shape);
const anyOrganization = z.strictObject(organization.shape);

/** What a note may say about its paper. */
const facts = {
  title: words.optional().describe("The paper's title: inline Markdown, formulas as `$…$`."),
  abstract: words
    .optional()
    .describe(
      "The paper's abstract: Markdown, formulas as `$…$`; an empty line separates paragraphs.",
    ),
  published: dayKey.optional().describe("The day of publication, such as 2025-10-31."),
  authors: z.array(anyAuthor).optional().describe("All authors, in their order."),
  organization: anyOrganization.optional().describe("The institution behind the paper."),
  venue: anyVenue.optional().describe("Where the paper appeared."),
  links: z.array(anyLink).optional().describe("Addresses that belong to the paper."),
  ids: z
    .strictObject({
      arxiv: arxivId.optional().describe("The arXiv id, in quotation marks."),
      doi: doi.optional().describe("The DOI."),
    })
    .optional()
    .describe("The paper's arXiv id and DOI."),
};

/** Corrections of what is wrong in the sources. Null removes a fact. */
export const corrections = z.strictObject({
  ...facts,
  published: dayKey
    .nullable()
    .optional()
    .describe("The day of publication; null removes a wrong one."),
  listed: z.array(dayKey).optional().describe("The days on which a source listed the paper."),
  authorsCount: z
    .number()
    .int()
    .positive()
    .nullable()
    .optional()
    .describe("How many authors the paper has, if not all are named."),
  organization: anyOrganization
    .nullable()
    .optional()
    .describe("The institution behind the paper; null removes a wrong one."),
  venue: anyVenue
    .nullable()
    .optional()
    .describe("Where the paper appeared; null removes a wrong venue."),
  comments: z
    .number()
    .int()
    .nonnegative()
    .nullable()
    .optional()
    .describe("The number of comments."),
  upvotes: z.number().int().nonnegative().nullable().optional().describe("The number of upvotes."),
  topics: z
    .array(topicId)
    .optional()
    .describe("The ids of the paper's topics, instead of those that were found."),
  ids: z
    .strictObject({
      arxiv: arxivId.nullable().optional().describe("The arXiv id, in quotation marks."),
      doi: doi.nullable().optional().describe("The DOI."),
    })
    .optional()
    .describe("The paper's arXiv id and DOI; null removes a wrong one."),
  formulas: z
    .array(formulaCorrection)
    .optional()
    .describe("Formulas that were restored wrongly, or not at all."),
});
/** The facts of a paper that an owner corrects. */
export type Corrections = z.infer<typeof corrections>;

/**
 * The frontmatter of `content/notes/<id>.mdx`, an owner's file. Everything may be left out. The
 * facts describe a paper that no source has, or add what its sources lack; `corrections` win over
 * sources.
 */
export const note = z.strictObject({
  status: readingStatus.optional().describe("How far you are with the paper."),
  rating: z
    .number()
    .int()
    .min(1)
    .max(5)
    .optional()
    .describe("What you think of the paper: one to five."),
  readOn: dayKey.optional().describe("The day on which you finished reading."),
  tags: z.array(words).default([]).describe("Words of your own by which you find the paper."),
  draft: z
    .boolean()
    .default(false)
    .describe(
      "Keeps the note itself off the site: text, status, rating and tags. Corrections still apply.",
    ),
  sameAs: z
    .array(paperId)
    .default([])
    .describe(
      "Ids of papers that are the same as this one, under another title or from another source.",
    ),
  differentFrom: z
    .array(paperId)
    .default([])
    .describe("Ids of papers that look like this one but are different."),
  ...facts,
  corrections: corrections
    .default({})
    .describe("What is wrong in the sources. It wins over them; null removes a fact."),
});
/** The frontmatter of an owner's note. */
export type NoteData = z.infer<typeof note>;

/** A file under `content/notes/` as it is; `path` is relative to the workspace, with `/`. */
export interface NoteFile {
  path: string;
  text: string;
}

/** An owner's note. */
export interface Note {
  /**
   * The file's name: a paper's id, an alias of one, or the id of a note that is a paper of its own.
   */
  id: PaperId;
  file: string;
  data: NoteData;
  /** The owner's text: MDX. */
  body: string;
  /** Finds the line of a value in the frontmatter by its path. */
  lineOf: (path: readonly PropertyKey[]) => number;
}
