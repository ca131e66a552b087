import type { Paragraph, PhrasingContent, RootContent } from "mdast";
import { paperPage } from "../i18n/strings.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { doiAddress, oneLine } from "./citations/citation.ts";
import { citationOf } from "./citations/citation-of.ts";
import { citationFormats } from "./citations/index.ts";
import { inlineParagraphs, titleContent } from "./inline-content.ts";
import { byCitedDate } from "./order.ts";
import { venueDetails } from "./venue-details.ts";
import { csvOf } from "./write-csv.ts";
import { blockMarkdown } from "./write-markdown.ts";

/** A paper with its abstract's Markdown. */
export interface WholePaper {
  entry: PaperEntry;
  abstract: string;
}

/** An export format for the whole archive. */
export interface ExportFormat {
  /** Its name for `--format`. */
  key: string;
  file: string;
  write: (papers: readonly WholePaper[], context: ExportContext) => string;
}

/** What an export needs in addition to the papers. */
export interface ExportContext {
  title: string;
  /** The absolute address of a paper's page, where the archive has an address. */
  addressOf: (id: string) => string | undefined;
}

const citations: ExportFormat[] = citationFormats.map(({ name, extension, write }) => ({
  key: name.toLowerCase(),
  file: extension === "json" ? "papers.csl.json" : `papers.${extension}`,
  write: (papers, { addressOf }) =>
    write(
      papers
        .toSorted((a, b) => byCitedDate(a.entry, b.entry))
        .map(({ entry, abstract }) =>
          citationOf(entry, {
            address: addressOf(entry.id),
            abstract,
            keywords: entry.keywords,
          }),
        ),
    ),
}));

/** Every format; citations are in an order of their own, `byCitedDate`. JSON lines have all fields and can be read again as a seed. */
export const exportFormats: readonly ExportFormat[] = [
  ...citations,
  { key: "jsonl", file: "papers.jsonl", write: (papers) => papers.map(jsonLine).join("") },
  {
    key: "csv",
    file: "papers.csv",
    write: (papers, { addressOf }) =>
      csvOf(
        papers.map(({ entry }) => entry),
        addressOf,
      ),
  },
  {
    key: "markdown",
    file: "papers.md",
    write: (papers, { title, addressOf }) =>
      `# ${title}\n\n${papers
        .map((paper) => markdownPaper(paper, { depth: 2, page: addressOf(paper.entry.id) }))
        .join("\n")}`,
  },
];

function jsonLine({ entry, abstract }: WholePaper): string {
  return `${JSON.stringify({ ...entry, abstract })}\n`;
}

/** How a paper is written in Markdown. */
interface MarkdownOptions {
  /** The level of the title's heading. */
  depth: 1 | 2;
  /** The absolute address of its page in the archive. */
  page?: string | undefined;
  /** The names of its topics. */
  topics?: readonly string[];
}

/** A paper in Markdown, with its title as a heading. */
export function markdownPaper(paper: WholePaper, options: MarkdownOptions): string {
  return blockMarkdown(paperBlocks(paper, options));
}

/** A paper as blocks of Markdown: its title as a heading, its facts, its topics, and its abstract. */
export function paperBlocks(
  { entry, abstract }: WholePaper,
  { depth, page, topics = [] }: MarkdownOptions,
): RootContent[] {
  const { title, authors, published, publishedIn, venue, ids, links } = entry;
  const facts: PhrasingContent[][] = [
    textOf(authors.map(({ name }) => oneLine(name)).join(", ")),
    textOf(published ?? publishedIn ?? ""),
    textOf(venue ? oneLine(`${venue.name}${venueDetails(venue)}`) : ""),
    ids.arxiv ? linkTo(`arXiv:${ids.arxiv}`, `https://arxiv.org/abs/${ids.arxiv}`) : [],
    ids.doi ? linkTo(`doi:${oneLine(ids.doi)}`, doiAddress(ids.doi)) : [],
    ...links.map(({ kind, url }) => linkTo(kind, url)),
    page === undefined ? [] : linkTo("page", page),
  ];
  const line = facts
    .filter((fact) => fact.length > 0)
    .flatMap((fact, index) => [...(index > 0 ? textOf(" · ") : []), ...fact]);
  return [
    { type: "heading", depth, children: safeTitle(title) },
    ...(line.length > 0 ? [{ type: "paragraph", children: line } as const] : []),
    ...(topics.length > 0
      ? [
          {
            type: "paragraph",
            children: textOf(`${paperPage.topics}: ${topics.join(", ")}`),
          } as const,
        ]
      : []),
    ...safeParagraphs(abstract),
  ];
}

/** A title in Markdown as content that is safe where formulas are not known. */
export function safeTitle(title: string): PhrasingContent[] {
  return titleContent(title).map(withoutMarkup);
}

/** A text in Markdown as paragraphs that are safe where formulas are not known. */
export function safeParagraphs(markdown: string): Paragraph[] {
  return inlineParagraphs(markdown).map((paragraph) => ({
    ...paragraph,
    children: paragraph.children.map(withoutMarkup),
  }));
}

/**
 * Content whose formulas have no HTML and no links to a program that does not know formulas. A space
 * changes nothing in them.
 */
function withoutMarkup(node: PhrasingContent): PhrasingContent {
  if (node.type === "inlineMath") {
    const value = node.value.replace(/<(?=[A-Za-z/!?])/g, "< ").replaceAll("](", "] (");
    return { ...node, value };
  }
  if (node.type !== "emphasis" && node.type !== "strong" && node.type !== "link") return node;
  return { ...node, children: node.children.map(withoutMarkup) };
}

function textOf(value: string): PhrasingContent[] {
  return value === "" ? [] : [{ type: "text", value }];
}

function linkTo(label: string, url: string): PhrasingContent[] {
  return [{ type: "link", url, children: textOf(label) }];
}
