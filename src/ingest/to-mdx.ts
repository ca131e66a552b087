import { entryPath } from "../archive/entry-path.ts";
import { blockMarkdown, inlineMarkdown } from "../archive/write-markdown.ts";
import { defined } from "../schemas/defined.ts";
import { paperVersion } from "../schemas/paper.ts";
import { digestOfEntry } from "./entry-file.ts";
import { digestOfBytes } from "./memory.ts";
import { noteFile } from "./note-file.ts";
import type { TopicPaper } from "./paper.ts";
import { writeYaml } from "./write-yaml.ts";

/** A file to write: `path` is relative to the folder of entries. */
export interface Entry {
  id: string;
  path: string;
  text: string;
  /** The digest of `text`. */
  digest: string;
  /** The frontmatter and the abstract of `text`, if it was made now. */
  made?: { fields: Readonly<Record<string, unknown>>; abstract: string };
  /** Former ids; the entry may still be on disk under one of them. */
  aliases: readonly string[];
  /** The paper's title in plain form and the file of its note, for messages. */
  title: string;
  note: string;
}

/** The comment at the top of every entry, so that nobody edits one by hand. */
export const madeBy = "Made by `npm run ingest` from seeds/; correct it in content/notes/.";

/** The entry's file: YAML frontmatter, then the abstract as MDX without any code or element. */
export function toMdx(paper: TopicPaper): Entry {
  const { abstract } = paper;
  const fields = frontmatter(paper);
  const body = blockMarkdown(abstract);
  const head = writeYaml(fields);
  const rest = `${head}---\n\n${body}`;
  const text = `---\n# ${madeBy}\n# Digest: ${digestOfEntry(rest)}\n${rest}`;
  const made = { fields, abstract: body.trim() };
  return { ...namesOf(paper), text, digest: digestOfBytes(text), made };
}

/** The same with a text that was made before, and its digest. */
export function knownEntry(paper: TopicPaper, text: string, digest: string): Entry {
  return { ...namesOf(paper), text, digest };
}

function namesOf(paper: TopicPaper): Pick<Entry, "id" | "path" | "aliases" | "title" | "note"> {
  return {
    id: paper.id,
    path: entryPath(paper),
    aliases: paper.aliases,
    title: paper.titleText,
    note: noteFile(paper),
  };
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
