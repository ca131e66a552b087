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
  /**
   * The span as the source prints it; also the LaTeX that the site shows for it.
   * @example "O(mlog(m))"
   */
  text: words,
  /**
   * Its LaTeX, without dollars; null if it is not a formula.
   * @example 'O(m\log m)'
   */
  latex: words.nullable(),
  /** Which of several such spans is meant, counted from the title on. All of them if absent. */
  occurrence: z.number().int().positive().optional(),
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
  /** Inline Markdown, formulas as `$…$`. */
  title: words.optional(),
  /** Markdown, formulas as `$…$`; an empty line separates paragraphs. */
  abstract: words.optional(),
  published: dayKey.optional(),
  authors: z.array(anyAuthor).optional(),
  organization: anyOrganization.optional(),
  venue: anyVenue.optional(),
  links: z.array(anyLink).optional(),
  ids: z.strictObject({ arxiv: arxivId.optional(), doi: doi.optional() }).optional(),
};

/** Corrections of what is wrong in the sources. Null removes a fact. */
export const corrections = z.strictObject({
  ...facts,
  published: dayKey.nullable().optional(),
  /** The days on which a source listed the paper. */
  listed: z.array(dayKey).optional(),
  authorsCount: z.number().int().positive().nullable().optional(),
  organization: anyOrganization.nullable().optional(),
  venue: anyVenue.nullable().optional(),
  comments: z.number().int().nonnegative().nullable().optional(),
  upvotes: z.number().int().nonnegative().nullable().optional(),
  topics: z.array(topicId).optional(),
  ids: z
    .strictObject({ arxiv: arxivId.nullable().optional(), doi: doi.nullable().optional() })
    .optional(),
  formulas: z.array(formulaCorrection).optional(),
});
/** The facts of a paper that an owner corrects. */
export type Corrections = z.infer<typeof corrections>;

/**
 * The frontmatter of `content/notes/<id>.mdx`, an owner's file. Everything may be left out. The
 * facts describe a paper that no source has, or add what its sources lack; `corrections` win over
 * sources.
 */
export const note = z.strictObject({
  status: readingStatus.optional(),
  /** One to five. */
  rating: z.number().int().min(1).max(5).optional(),
  /** The day on which the owner finished reading. */
  readOn: dayKey.optional(),
  tags: z.array(words).default([]),
  /** Keeps the note itself off the site: text, status, rating and tags. Corrections still apply. */
  draft: z.boolean().default(false),
  /** Ids of papers that are the same as this one, under another title or from another source. */
  sameAs: z.array(paperId).default([]),
  /** Ids of papers that look like this one but are different. */
  differentFrom: z.array(paperId).default([]),
  ...facts,
  corrections: corrections.default({}),
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
