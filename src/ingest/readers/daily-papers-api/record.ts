import { z } from "zod";
import type { Message } from "../../../schemas/message.ts";
import type { PaperLink } from "../../../schemas/paper.ts";
import { realDay } from "../../../text/dates.ts";
import { sourceLinks } from "../../../text/links.ts";
import { arxivWord } from "../../../text/paper-ids.ts";
import { type RawPaper, rawPaper } from "../../raw-paper.ts";
import { optional, readFields } from "../read-fields.ts";
import { badFields, recordWithoutTitle } from "../reports.ts";

export const format = "daily-papers-api";

const organization = z.object({ name: z.string().min(1), fullname: optional(z.string()) });
const count = optional(z.int().nonnegative());
const text = optional(z.string());

/**
 * A paper as the Daily Papers API tells of it. Fields come and go over the years; those that are
 * not named here are not kept, so neither is who submitted it.
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

/** Where a record stands, and what its surroundings tell of the day on which it was listed. */
export interface RecordPlace {
  file: string;
  line: number;
  /** The day that the list of papers is of. */
  day?: string | undefined;
  /** The day in the file's name: right where the record says nothing. */
  fileDay?: string | undefined;
}

/** Reads one item of a day, `{ paper: { … }, … }`. */
export function readItem(value: unknown, place: RecordPlace, messages: Message[]): RawPaper[] {
  const { file, line } = place;
  const { value: read, faults } = readFields(item, value);
  const title = read && (wholeTitle(read.title) ?? read.paper.title ?? read.title);
  if (!read || !title?.trim()) {
    messages.push(recordWithoutTitle(file, line, "A paper of the Daily Papers API"));
    return [];
  }
  messages.push(...badFields(file, line, title, faults));
  const { paper: facts } = read;
  const name = arxivWord(facts.id ?? "");
  const published = realDay(facts.publishedAt);
  const listed = listingDay(read, place);
  const authors = facts.authors ?? [];
  const keeper = facts.organization ?? read.organization;
  return [
    rawPaper({
      title,
      abstract: paragraphs(facts.summary ?? read.summary ?? ""),
      damaged: true,
      ids: name ? { arxiv: name.id } : {},
      authors: authors.map((author) => ({ name: author.name })),
      links: linksOf(facts),
      keywords: facts.ai_keywords ?? [],
      ...(authors.length > 0 ? { authorsCount: authors.length } : {}),
      ...(published ? { published } : {}),
      ...(listed ? { listed } : {}),
      ...(facts.upvotes === undefined ? {} : { upvotes: facts.upvotes }),
      ...(read.numComments === undefined ? {} : { comments: read.numComments }),
      ...(keeper
        ? { organization: { handle: keeper.name, name: keeper.fullname || keeper.name } }
        : {}),
      source: { format, file, line },
    }),
  ];
}

/** Early days have the title twice, one of them with its LaTeX whole. */
function wholeTitle(title: string | undefined): string | undefined {
  return title !== undefined && /\$.*\\.*\$|\\[a-z]+\{/.test(title) ? title : undefined;
}

/** In a summary a line that is indented begins a paragraph, as on arXiv. */
function paragraphs(summary: string): string {
  return summary.trim().replace(/\n {2,}(?=\S)/g, "\n\n");
}

function listingDay(read: z.infer<typeof item>, { day, fileDay }: RecordPlace): string | undefined {
  const [given, outer] = [realDay(day), realDay(read.publishedAt)];
  const submitted = realDay(read.paper.submittedOnDailyAt);
  const published = realDay(read.paper.publishedAt);
  // Until 2025 the outer date was the day of listing; since then it is that of publication.
  const old = outer !== undefined && published !== undefined && outer > published;
  return given ?? submitted ?? realDay(fileDay) ?? (old ? outer : undefined);
}

function linksOf(facts: z.infer<typeof paper>): PaperLink[] {
  return [...sourceLinks("code", facts.githubRepo), ...sourceLinks("project", facts.projectPage)];
}
