import { z } from "zod";
import { defined } from "../../../schemas/defined.ts";
import type { Staged } from "../../../schemas/message.ts";
import type { PaperLink } from "../../../schemas/paper.ts";
import { noTitle, report } from "../../../schemas/rules.ts";
import { arxivWord } from "../../../text/arxiv-id.ts";
import { realDay } from "../../../text/dates.ts";
import { sourceLinks } from "../../../text/links.ts";
import { type RawPaper, rawPaper } from "../../raw-paper.ts";
import { optional, readFields } from "../read-fields.ts";
import { badFields } from "../reports.ts";

/** The permanent name of this format. */
export const format = "daily-papers-api";

const organization = z.object({ name: z.string().min(1), fullname: optional(z.string()) });
const count = optional(z.int().nonnegative());
const text = optional(z.string());

/**
 * A paper of the Daily Papers API. Its fields have changed over the years. Only those named here are
 * kept, so the user who submitted it is not.
 */
const paper = z.object({
  id: text,
  title: text,
  summary: text,
  authors: optional(z.array(z.object({ name: z.string().trim().min(1) }))),
  publishedAt: text,
  submittedOnDailyAt: text,
  upvotes: count,
  githubRepo: text,
  projectPage: text,
  ai_keywords: optional(z.array(z.string())),
  ai_summary: text,
  organization: optional(organization),
});
const item = z.object({
  paper,
  title: text,
  summary: text,
  publishedAt: text,
  numComments: count,
  organization: optional(organization),
});

/** The position of a record, and what is known about the day on which it was listed. */
export interface RecordPlace {
  file: string;
  line: number;
  /** The day of the list that has the record. */
  day?: string | undefined;
  /** The day on which the list was downloaded. */
  read?: string | undefined;
  /** The day in the file name, used if the record does not say. */
  fileDay?: string | undefined;
}

/** Reads one item of a day, `{ paper: { … }, … }`. */
export function readItem(
  value: unknown,
  { file, line, read: readOn, ...days }: RecordPlace,
): Staged<RawPaper[]> {
  const place = { file, line };
  const { value: read, faults } = readFields(item, value);
  const title = read && (wholeTitle(read.title) ?? read.paper.title ?? read.title);
  if (!read || !title?.trim()) {
    return { value: [], messages: [report(noTitle, { record: "This paper" }, place)] };
  }
  const { paper: facts } = read;
  const name = arxivWord(facts.id ?? "");
  const published = realDay(facts.publishedAt);
  const listed = listingDay(read, days);
  const authors = facts.authors ?? [];
  const publisher = facts.organization ?? read.organization;
  const result = rawPaper({
    title,
    abstract: paragraphs(facts.summary ?? read.summary ?? ""),
    damaged: true,
    ids: name ? { arxiv: name.id } : {},
    authors: authors.map((author) => ({ name: author.name })),
    links: linksOf(facts),
    keywords: facts.ai_keywords ?? [],
    ...defined({ authorsCount: authors.length || undefined, aiSummary: facts.ai_summary }),
    ...defined({ published, listed, upvotes: facts.upvotes, comments: read.numComments }),
    ...(publisher
      ? { organization: { handle: publisher.name, name: publisher.fullname || publisher.name } }
      : {}),
    source: { format, file, line, ...defined({ read: realDay(readOn) }) },
  });
  return { value: [result], messages: badFields(place, title, faults) };
}

/** Early days have the title twice, and one of them has intact LaTeX. */
function wholeTitle(title: string | undefined): string | undefined {
  if (title === undefined) return undefined;
  const [first, last] = [title.indexOf("$"), title.lastIndexOf("$")];
  const hasFormula = title.slice(first + 1, Math.max(first, last)).includes("\\");
  return hasFormula || /\\[a-z]+\{/.test(title) ? title : undefined;
}

/** In a summary, an indented line starts a paragraph, as on arXiv. */
function paragraphs(summary: string): string {
  return summary.trim().replace(/\n {2,}(?=\S)/g, "\n\n");
}

function listingDay(
  read: z.infer<typeof item>,
  { day, fileDay }: Pick<RecordPlace, "day" | "fileDay">,
): string | undefined {
  const [given, outer] = [realDay(day), realDay(read.publishedAt)];
  const submitted = realDay(read.paper.submittedOnDailyAt);
  const published = realDay(read.paper.publishedAt);
  // Until 2025 the outer date was the listing day. Since then it is the publication date.
  const old = outer !== undefined && published !== undefined && outer > published;
  return given ?? submitted ?? realDay(fileDay) ?? (old ? outer : undefined);
}

function linksOf(facts: z.infer<typeof paper>): PaperLink[] {
  return [...sourceLinks("code", facts.githubRepo), ...sourceLinks("project", facts.projectPage)];
}
