import { createHash } from "node:crypto";
import { CORE_SCHEMA, type DumpOptions, dump } from "js-yaml";
import type { Paragraph, PhrasingContent } from "mdast";
import { mathToMarkdown } from "mdast-util-math";
import { mdxToMarkdown } from "mdast-util-mdx";
import { type Options, toMarkdown } from "mdast-util-to-markdown";
import type { AssignedTopic } from "../schemas/paper.ts";
import type { Paper } from "./paper.ts";

/** A paper with its topics: all that an entry holds. */
export interface TopicPaper extends Paper {
  topics: AssignedTopic[];
}

/** A file to be: `path` is relative to the folder of entries. */
export interface Entry {
  id: string;
  path: string;
  text: string;
  /** Former ids, under which the entry may lie until now. */
  aliases: readonly string[];
  /** For messages: what a person calls it. */
  title: string;
}

const options: Options = {
  extensions: [mathToMarkdown(), mdxToMarkdown()],
  emphasis: "*",
  resourceLink: true,
  // What MDX and GFM read in a paragraph and CommonMark's serialiser does not expect: ES modules at
  // its start, struck-through text, bare addresses.
  unsafe: [
    { atBreak: true, character: "i", after: "mport\\b" },
    { atBreak: true, character: "e", after: "xport\\b" },
    { character: "~", inConstruct: "phrasing" },
    { character: "{", inConstruct: "phrasing" },
    { character: "}", inConstruct: "phrasing" },
    { character: "|", inConstruct: "phrasing" },
    // An address that is no link of ours: GFM would take it up to the next blank, the backslashes of
    // escapes included.
    {
      character: ":",
      before: "[Pps]",
      after: "\\/",
      inConstruct: "phrasing",
      notInConstruct: "link",
    },
    {
      character: ".",
      before: "[Ww]",
      after: "[-.\\w]",
      inConstruct: "phrasing",
      notInConstruct: "link",
    },
  ],
};

// Seven times as fast as the library that reads the owner's files, which keeps places for messages.
// The core schema has no dates, so that a day stays the text it is.
const yamlOptions: DumpOptions = {
  schema: CORE_SCHEMA,
  lineWidth: -1,
  noRefs: true,
  quotingType: '"',
};

export const madeBy = "Made by `npm run ingest` from seeds/; correct it in content/notes/.";

/** The entry's file: YAML frontmatter, and the abstract as MDX that holds nothing but text. */
export function toMdx(paper: TopicPaper): Entry {
  const { abstract } = paper;
  const body = toMarkdown({ type: "root", children: abstract }, options);
  const folder = (paper.published ?? paper.publishedIn)?.slice(0, 4) ?? "undated";
  const head = dump(frontmatter(paper), yamlOptions);
  const text = `${head}---\n\n${body}`;
  return {
    id: paper.id,
    path: `${folder}/${paper.id}.mdx`,
    text: `---\n# ${madeBy}\n# Digest: ${digestOf(text)}\n${text}`,
    aliases: paper.aliases,
    title: paper.titleText,
  };
}

/** Inline content as one line of Markdown. */
export function inlineMarkdown(children: PhrasingContent[]): string {
  const paragraph: Paragraph = { type: "paragraph", children };
  return toMarkdown(paragraph, options).trimEnd();
}

/** Whether a file was made by this stage, and is still as it was made. */
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

/** The fields in the order of the contract, absent ones left out. */
function frontmatter(paper: TopicPaper): Record<string, unknown> {
  return {
    id: paper.id,
    title: inlineMarkdown(paper.title),
    titleText: paper.titleText,
    ...(paper.published === undefined ? {} : { published: paper.published }),
    ...(paper.publishedIn === undefined ? {} : { publishedIn: paper.publishedIn }),
    listed: paper.listed,
    authors: paper.authors,
    ...(paper.authorsCount === undefined ? {} : { authorsCount: paper.authorsCount }),
    ...(paper.organization ? { organization: paper.organization } : {}),
    ...(paper.venue ? { venue: paper.venue } : {}),
    ...(paper.comments === undefined ? {} : { comments: paper.comments }),
    ...(paper.upvotes === undefined ? {} : { upvotes: paper.upvotes }),
    topics: paper.topics,
    ...(paper.keywords.length > 0 ? { keywords: paper.keywords } : {}),
    ...(paper.categories.length > 0 ? { categories: paper.categories } : {}),
    links: paper.links,
    ids: paper.ids,
    aliases: paper.aliases,
    inferred: paper.inferred,
    math: paper.math,
    ...(paper.original === undefined ? {} : { original: paper.original }),
    ...(paper.originalTitle === undefined ? {} : { originalTitle: paper.originalTitle }),
    sources: paper.sources,
    schemaVersion: 1,
  };
}
