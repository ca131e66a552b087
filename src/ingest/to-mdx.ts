import { createHash } from "node:crypto";
import { CORE_SCHEMA, type DumpOptions, dump } from "js-yaml";
import { entryPath } from "../archive/entry-path.ts";
import { blockMarkdown, inlineMarkdown } from "../archive/write-markdown.ts";
import { defined } from "../schemas/defined.ts";
import { paperVersion } from "../schemas/paper.ts";
import { noteFile } from "./note-file.ts";
import type { TopicPaper } from "./paper.ts";

/** A file to write: `path` is relative to the folder of entries. */
export interface Entry {
  id: string;
  path: string;
  text: string;
  /** The frontmatter of `text`, if it was made now. */
  fields?: Readonly<Record<string, unknown>>;
  /** Former ids; the entry may still be on disk under one of them. */
  aliases: readonly string[];
  /** The paper's title in plain form and the file of its note, for messages. */
  title: string;
  note: string;
}

// Seven times as fast as the library that reads the owner's files, which keeps positions for
// messages. The core schema has no dates, so that a day stays a string.
const yamlOptions: DumpOptions = {
  schema: CORE_SCHEMA,
  lineWidth: -1,
  noRefs: true,
  quotingType: '"',
};

/** The comment at the top of every entry, so that nobody edits one by hand. */
export const madeBy = "Made by `npm run ingest` from seeds/; correct it in content/notes/.";

/** The entry's file: YAML frontmatter, then the abstract as MDX without any code or element. */
export function toMdx(paper: TopicPaper): Entry {
  const { abstract } = paper;
  const fields = frontmatter(paper);
  const body = blockMarkdown(abstract);
  const head = dump(fields, yamlOptions);
  const text = `${head}---\n\n${body}`;
  return {
    ...namesOf(paper),
    text: `---\n# ${madeBy}\n# Digest: ${digestOf(text)}\n${text}`,
    fields,
  };
}

/** The same with a text that was made before. */
export function knownEntry(paper: TopicPaper, text: string): Entry {
  return { ...namesOf(paper), text };
}

function namesOf(paper: TopicPaper): Omit<Entry, "text"> {
  return {
    id: paper.id,
    path: entryPath(paper),
    aliases: paper.aliases,
    title: paper.titleText,
    note: noteFile(paper),
  };
}

/**
 * Whether this stage made a file (`foreign` if not), and whether a person has changed it since
 * then.
 */
export function stateOfFile(text: string): "made" | "edited" | "foreign" {
  const match = /^---\n# Made by [^\n]*\n# Digest: ([0-9a-f]+)\n([\s\S]*)$/.exec(
    text.replace(/\r\n/g, "\n"),
  );
  if (!match?.[2]) return "foreign";
  return digestOf(match[2]) === match[1] ? "made" : "edited";
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** The fields in the order of the contract, without those that are absent. */
function frontmatter(paper: TopicPaper): Record<string, unknown> {
  const { keywords, categories, collections } = paper;
  return defined({
    id: paper.id,
    title: inlineMarkdown(paper.title),
    titleText: paper.titleText,
    published: paper.published,
    publishedIn: paper.publishedIn,
    listed: paper.listed,
    authors: paper.authors,
    authorsCount: paper.authorsCount,
    organization: paper.organization,
    venue: paper.venue,
    reference: paper.reference,
    citationKey: paper.citationKey,
    added: paper.added,
    comments: paper.comments,
    upvotes: paper.upvotes,
    topics: paper.topics,
    keywords: keywords.length > 0 ? keywords : undefined,
    categories: categories.length > 0 ? categories : undefined,
    collections: collections.length > 0 ? collections : undefined,
    aiSummary: paper.aiSummary,
    annotation: paper.annotation,
    links: paper.links,
    ids: paper.ids,
    aliases: paper.aliases,
    inferred: paper.inferred,
    math: paper.math,
    original: paper.original,
    originalTitle: paper.originalTitle,
    sources: paper.sources,
    schemaVersion: paperVersion,
  });
}
