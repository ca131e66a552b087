import { z } from "zod";
import { arxivId, paperId, topicId } from "./identifiers.ts";

/**
 * A line of `content/addresses.jsonl` about a paper: an address under which a paper was published, and what the
 * paper is recognized by.
 */
const addressLine = z.strictObject({
  kind: z.literal("paper"),
  address: paperId,
  /** The first address of the same paper. */
  paper: paperId,
  arxiv: arxivId.optional(),
  doi: z.string().min(1).optional(),
  /** The citation key in a seed, and the path of that seed. */
  key: z.string().min(1).optional(),
  file: z.string().min(1).optional(),
  title: z.string(),
  /** The first authors, and the year of publication. */
  authors: z.array(z.string()).optional(),
  year: z.string().optional(),
});
/** An address of a paper, with the facts that it had there. */
export type AddressLine = z.infer<typeof addressLine>;

/** A line about a topic that has, or had, a page. */
const topicLine = z.strictObject({
  kind: z.literal("topic"),
  address: topicId,
  name: z.string(),
  /** The topic that it was part of. */
  broader: topicId.optional(),
});
/** The address of a topic. */
export type TopicLine = z.infer<typeof topicLine>;

/** A path below the site's root, without slashes at its ends. */
const sitePath = z
  .string()
  .regex(/^(?!\.{1,2}(?:\/|$))[^/]+(?:\/(?!\.{1,2}(?:\/|$))[^/]+)*$/, "a path");

/** A line about another list of papers, such as those of a day or an organization. */
const listLine = z.strictObject({
  kind: z.literal("list"),
  /** The path of its first page. */
  address: sitePath,
});

/** A line about a page of the owner's. */
const pageLine = z.strictObject({
  kind: z.literal("page"),
  address: sitePath,
  title: z.string(),
});
/** The address of a page of the owner's. */
export type PageLine = z.infer<typeof pageLine>;

/** An address that is not a paper's. */
const otherLine = z.discriminatedUnion("kind", [topicLine, listLine, pageLine]);
/** The address of a topic, another list or a page of the owner's. */
export type OtherLine = z.infer<typeof otherLine>;

/** A line about entries that were new, or other than before. */
export const changeLine = z.strictObject({
  kind: z.literal("changed"),
  /** Absent for entries that were there when the ledger began to say this: nobody knows when they changed. */
  day: z.iso.date().optional(),
  /** A digest of each entry, by the id of its paper. */
  entries: z.record(paperId, z.string().regex(/^[0-9a-f]{8}$/)),
});
/** Which entries changed on a day. */
export type ChangeLine = z.infer<typeof changeLine>;

/** A line of `content/addresses.jsonl`. */
export const ledgerLine = z.union([addressLine, changeLine, otherLine]);
