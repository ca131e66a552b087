import type { RootContent } from "mdast";
import type { ConstructName, Unsafe } from "mdast-util-to-markdown";
import { stringify } from "yaml";
import { oneLine } from "../archive/citations/citation.ts";
import { paperBlocks, safeParagraphs, type WholePaper } from "../archive/export-archive.ts";
import { blockMarkdown } from "../archive/write-markdown.ts";
import { defined } from "../schemas/defined.ts";
import type { NoteData } from "../schemas/note.ts";
import { marksOf, withoutComments } from "./reading-list.ts";
import { vaultNames } from "./vault-names.ts";

/** The owner's note of a paper: its text, and its head unless that has a fault. */
export interface VaultNote {
  data?: NoteData | undefined;
  body: string;
}

/** A paper of a vault with the owner's note. */
export interface VaultPaper extends WholePaper {
  note?: VaultNote | undefined;
}

/** What a vault needs besides the papers. */
export interface VaultContext {
  topics: readonly { id: string; name: string }[];
  addressOf: (id: string) => string | undefined;
}

/** A file of a vault; `path` is relative, with `/`. */
export interface VaultFile {
  path: string;
  text: string;
}

const inAddress: ConstructName[] = ["destinationLiteral", "destinationRaw"];

/**
 * What Obsidian reads in a text beyond Markdown: tags, comments, highlights and names of blocks. A condition on the next
 * character would not hold where that one is escaped.
 */
const unsafe: Unsafe[] = [
  ...["#", "%", "=", "^"].map(
    (character): Unsafe => ({
      character,
      inConstruct: "phrasing",
      notInConstruct: inAddress,
    }),
  ),
  { character: "%", after: "%", inConstruct: inAddress },
];

/**
 * The archive as a vault of Obsidian: a file a paper, with facts as properties, wikilinks to its topics and the owner's
 * note, and a file a topic. Texts of papers stay texts; the owner's is as the owner wrote it.
 */
export function obsidianVault(papers: readonly VaultPaper[], context: VaultContext): VaultFile[] {
  const ids = new Set<string>(papers.flatMap(({ entry }) => entry.topics.map(({ id }) => id)));
  const known = new Map(context.topics.map(({ id, name }) => [id, name]));
  const used = [...ids].sort().map((id) => ({ id, title: known.get(id) ?? id }));
  const names: Names = {
    papers: vaultNames(papers.map(({ entry }) => ({ id: entry.id, title: entry.titleText }))),
    topics: vaultNames(used),
    aliases: new Map(
      papers.flatMap(({ entry }) => entry.aliases.map((alias) => [alias as string, entry.id])),
    ),
  };
  return [
    ...papers.map((paper) => ({
      path: `papers/${names.papers.get(paper.entry.id)}.md`,
      text: paperFile(paper, names, context),
    })),
    ...used.map(({ id, title }) => ({
      path: `topics/${names.topics.get(id)}.md`,
      text: `${head({ id, aliases: [title] })}${blocks([titleOf(title)])}`,
    })),
  ];
}

interface Names {
  papers: ReadonlyMap<string, string>;
  topics: ReadonlyMap<string, string>;
  /** From former ids of papers to those of now. */
  aliases: ReadonlyMap<string, string>;
}

function paperFile(paper: VaultPaper, names: Names, { addressOf }: VaultContext): string {
  const { entry, note } = paper;
  const { id, titleText, authors, published, publishedIn, venue, ids } = entry;
  const marks = note?.data && marksOf(note.data, note.body);
  const properties = {
    id,
    aliases: [titleText],
    authors: authors.map(({ name }) => name),
    published: published ?? publishedIn,
    venue: venue?.name,
    arxiv: ids.arxiv,
    doi: ids.doi,
    address: addressOf(id),
    topics: entry.topics.map((topic) => topic.id as string),
    ...defined({ status: marks?.status, rating: marks?.rating, readOn: marks?.readOn }),
    tags: marks && marks.tags.length > 0 ? marks.tags.map(tagOf) : undefined,
    draft: note?.data?.draft ? true : undefined,
  };
  const topics = entry.topics.map((topic) => topicLink(topic.id, names) ?? topic.id);
  const words = note ? linked(withoutComments(note.body), names).trim() : "";
  const annotation = words === "" ? safeParagraphs(entry.annotation ?? "") : [];
  return [
    head(properties),
    blocks(paperBlocks(paper, { depth: 1 })),
    ...(topics.length > 0 ? [`\nTopics: ${topics.join(", ")}\n`] : []),
    ...(words === "" ? [] : [`\n## Notes\n\n${words}\n`]),
    ...(annotation.length === 0 ? [] : [`\n## Notes\n\n${blocks(annotation)}`]),
  ].join("");
}

/** Properties as YAML. Lists and texts are on one line each, in quotation marks. */
function head(properties: Record<string, unknown>): string {
  const given = Object.entries(properties).flatMap(([key, value]) => {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return [];
    return [[key, Array.isArray(value) ? value.map(plain) : plain(value)]];
  });
  const options = {
    lineWidth: 0,
    defaultStringType: "QUOTE_DOUBLE",
    defaultKeyType: "PLAIN",
  } as const;
  return `---\n${stringify(Object.fromEntries(given), options)}---\n\n`;
}

function plain(value: unknown): unknown {
  return typeof value === "string" ? oneLine(value) : value;
}

/** Tags of Obsidian have no spaces, and no marks but these. */
function tagOf(tag: string): string {
  const words = tag.replace(/[^\p{L}\p{M}\p{N}_/-]+/gu, "-").replace(/^-|-$/g, "");
  return /^\d*$/.test(words) ? `_${words}` : words;
}

function titleOf(value: string): RootContent {
  return { type: "heading", depth: 1, children: [{ type: "text", value: oneLine(value) }] };
}

function blocks(children: RootContent[]): string {
  return blockMarkdown(children, unsafe);
}

function topicLink(id: string, { topics }: Names, words?: string): string | undefined {
  const name = topics.get(id);
  return name === undefined ? undefined : `[[topics/${name}|${words ?? name}]]`;
}

function paperLink(id: string, { papers, aliases }: Names, words?: string): string | undefined {
  const name = papers.get(id) ?? papers.get(aliases.get(id) ?? "");
  return name === undefined ? undefined : `[[papers/${name}|${words ?? name}]]`;
}

/** A note whose links to papers and topics are wikilinks. Other components, and links to none, stay as they are. */
function linked(body: string, names: Names): string {
  return body.replace(
    /<(Paper|Topic)\s+id=(["'])([^"'<>]{1,300})\2\s*(?:\/>|>([^<>]{0,500})<\/\1>)/g,
    (all: string, kind: string, _, id: string, words?: string) => {
      const shown = words?.replace(/[[\]|]/g, " ").trim() || undefined;
      return (kind === "Paper" ? paperLink : topicLink)(id, names, shown) ?? all;
    },
  );
}
