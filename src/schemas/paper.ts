import { z } from "zod";
import { arxivId, dayKey, doi, paperId, topicId, webAddress } from "./identifiers.ts";
import { printable } from "./printable.ts";
import { addedOn, citationKey, referenceFacts } from "./reference-facts.ts";

/** Any text, without characters that no page, feed or address can hold. */
const text = z.string().overwrite(printable);
const someText = text.min(1);
const visible = someText.regex(/\S/, "text that is not blank");

const linkKinds = ["code", "project", "data", "other"] as const;

/** A link found in the abstract or given by a source. */
export const paperLink = z.object({
  kind: z.enum(linkKinds).describe("What the link leads to."),
  url: webAddress.describe("Its address."),
});
/** A link of a paper, with what it leads to. */
export type PaperLink = z.infer<typeof paperLink>;
/** What a link leads to. */
export type LinkKind = PaperLink["kind"];

/** One author: a name in reading order and, where known, an ORCID or a handle. */
export const author = z.object({
  name: someText.describe("The name in reading order."),
  id: text.optional().describe("An ORCID, or a handle at the source."),
});
/** One author of a paper. */
export type Author = z.infer<typeof author>;

/** The organization that listed the paper: its handle at the source, and its name. */
export const organization = z.object({
  handle: someText.describe("Its handle at the source."),
  name: someText.describe("Its name."),
});
/** The institution behind a paper. */
export type Organization = z.infer<typeof organization>;

/** A range with one hyphen: every source writes its dash in its own way. */
export function plainRange(text: string): string {
  return text.replace(/(?<!\s)\s*(?:-{1,3}|[–—])\s*/g, "-");
}

/** Where the paper appeared, as references name it. */
export const venue = z.object({
  kind: z.enum(["journal", "conference", "book"]).describe("What it appeared in."),
  name: someText.describe("The name of the journal, the proceedings, or the book."),
  volume: someText.optional().describe("The volume."),
  number: someText.optional().describe("The journal's issue."),
  pages: someText.overwrite(plainRange).optional().describe("A page or a range, `1-10`."),
  publisher: someText.optional().describe("The publisher."),
});
/** Where a paper was published. */
export type Venue = z.infer<typeof venue>;

/** Why a topic was assigned: the phrase that matched, and where it is. */
const topicEvidence = z.object({
  phrase: text,
  where: z.enum(["title", "abstract", "keywords", "categories", "venue"]),
});

const assignedTopic = z.object({
  id: topicId,
  /** 0 to 1, two digits. */
  score: z.number().min(0).max(1),
  evidence: z.array(topicEvidence),
});
/** A topic of a paper, with its score and the evidence. */
export type AssignedTopic = z.infer<typeof assignedTopic>;

/** Where a fact came from: the reader's format, the seed file and the line of the record. */
export const provenance = z.object({
  format: text,
  file: text,
  line: z.number().int().positive(),
  /** The index among several records that begin on this line; absent for the first. */
  record: z.number().int().min(2).optional(),
  /** How the year of a page that does not print it was found. */
  pageYear: z
    .object({
      year: z.number().int(),
      /** Printed on the page, set by the owner, or inferred from other dates on the page. */
      from: z.enum(["page", "file name", "site.yaml", "concluded"]),
    })
    .optional(),
  /** The facts that this source gave, if not all of them. */
  gave: z.array(text).optional(),
  /** The day on which this source listed the paper, where the paper has several sources. */
  listed: text.optional(),
  /** The day on which this source was downloaded, where it says so: its upvotes and comments are of that day. */
  read: text.optional(),
  /** Facts of this source that differ from those of the entry, by field. */
  differs: z.record(text, text).optional(),
});
/** Where a record was read: its format, file and line. */
export type Provenance = z.infer<typeof provenance>;

/** A formula that the restorer rebuilt, for a person to check. */
const restoredSpan = z.object({
  where: z.enum(["title", "abstract"]),
  /** What the damage left of it. */
  text: text,
  latex: text,
  /** How sure the restorer is that this is a formula: 0 to 1, two digits. */
  confidence: z.number().min(0).max(1),
  /** Present where a part such as `\\frac` is known to be lost. */
  lossy: z.literal(true).optional(),
  /** The index of the source that printed it in `sources`; absent for the first. */
  source: z.number().int().positive().optional(),
});
/** A restored formula, with what the source had instead. */
export type RestoredSpan = z.infer<typeof restoredSpan>;

/** Facts that were inferred, not read. */
const inferredFact = z.enum(["published.year"]);
/** A fact that no source states. */
export type InferredFact = z.infer<typeof inferredFact>;

/** The version of the format that this program writes, in entries and in `papers.jsonl`. */
export const paperVersion = 2;

/**
 * The frontmatter of `content/papers/<year>/<id>.mdx`. Its names are a contract with scripts,
 * pages, exports and forks; facts that no source has are absent.
 */
export const paper = z.object({
  id: paperId,
  /** Inline Markdown, formulas as `$…$`. */
  title: visible,
  /** Plain form: for `<title>`, feeds, file names and sorting. */
  titleText: visible,
  /** The day of publication; absent when unknown. */
  published: dayKey.optional(),
  /** The year or month of publication, `2018` or `2018-07`, if no source has the day. */
  publishedIn: z
    .string()
    .regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/, 'a year or a month, such as "2018" or "2018-07"')
    .optional(),
  /** Days on which a source listed the paper, earliest first. */
  listed: z.array(dayKey).default([]),
  authors: z.array(author).default([]),
  authorsCount: z.number().int().positive().optional(),
  organization: organization.optional(),
  venue: venue.optional(),
  /** What references say of the publication. */
  reference: referenceFacts.optional(),
  citationKey: citationKey.optional(),
  added: addedOn.optional(),
  comments: z.number().int().nonnegative().optional(),
  upvotes: z.number().int().nonnegative().optional(),
  topics: z.array(assignedTopic).default([]),
  /** Words and arXiv categories by which sources file the paper. */
  keywords: z.array(text).default([]),
  categories: z.array(text).default([]),
  /** Collections and groups of reference managers, the outer ones first: `Bees/Wild bees`. */
  collections: z.array(text).default([]),
  /** A short summary that a source had a language model write. It is searched and not shown. */
  aiSummary: text.optional(),
  /** What the owner wrote about it in a reference manager, as Markdown with formulas as `$…$`. */
  annotation: text.optional(),
  links: z.array(paperLink).default([]),
  ids: z.object({ arxiv: arxivId.optional(), doi: doi.optional() }).default({}),
  /** Former ids; their addresses redirect here. */
  aliases: z.array(paperId).default([]),
  inferred: z.array(inferredFact).default([]),
  /**
   * The numbers of formulas that were restored from damage, left unchanged, known to have lost a
   * wrapper, and corrected by the owner. `spans` describes each restored one, in the order of the
   * text.
   */
  math: z
    .object({
      restored: z.number().int().nonnegative(),
      left: z.number().int().nonnegative(),
      lossy: z.number().int().nonnegative(),
      corrected: z.number().int().positive().optional(),
      spans: z.array(restoredSpan).optional(),
    })
    .default({ restored: 0, left: 0, lossy: 0 }),
  /** The abstract as the source printed it, where formulas were restored or corrected in it. */
  original: text.optional(),
  /** The same for the title. */
  originalTitle: text.optional(),
  sources: z.array(provenance).min(1),
  /** The version of this format; `upgradePaper` brings earlier ones into the form of this one. */
  schemaVersion: z.number().int().min(1).max(paperVersion),
});
/** The frontmatter of an entry in content/papers/. */
export type PaperEntry = z.infer<typeof paper>;
