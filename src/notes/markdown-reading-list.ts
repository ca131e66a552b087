import type { ListItem, PhrasingContent, RootContent } from "mdast";
import { oneLine } from "../archive/citations/citation.ts";
import { safeTitle } from "../archive/export-archive.ts";
import { blockMarkdown } from "../archive/write-markdown.ts";
import { type NotedPaper, readingList } from "./reading-list.ts";

/** What a reading list needs besides the papers: its title, and where each paper is. */
export interface ReadingListContext {
  title: string;
  addressOf: (id: string) => string | undefined;
}

/** The owner's reading list as Markdown: the papers of each status, with authors, year and what the note records. */
export function markdownReadingList(
  noted: readonly NotedPaper[],
  { title, addressOf }: ReadingListContext,
): string {
  const blocks = readingList(noted).statuses.flatMap(({ name, papers }): RootContent[] => [
    { type: "heading", depth: 2, children: [{ type: "text", value: name }] },
    {
      type: "list",
      ordered: false,
      spread: false,
      children: papers.map((one) => item(one, addressOf)),
    },
  ]);
  const heading: RootContent = {
    type: "heading",
    depth: 1,
    children: [{ type: "text", value: oneLine(title) }],
  };
  return blockMarkdown([heading, ...blocks]);
}

function item({ paper, marks }: NotedPaper, addressOf: ReadingListContext["addressOf"]): ListItem {
  const { arxiv, doi } = paper.ids;
  const url =
    addressOf(paper.id) ??
    (arxiv
      ? `https://arxiv.org/abs/${arxiv}`
      : doi
        ? `https://doi.org/${encodeURI(doi)}`
        : undefined);
  const words = safeTitle(paper.title);
  const year = (paper.published ?? paper.publishedIn ?? "").slice(0, 4);
  const facts = [
    paper.authors.map(({ name }) => oneLine(name)).join(", "),
    year,
    marks.rating === undefined ? "" : `${"★".repeat(marks.rating)}${"☆".repeat(5 - marks.rating)}`,
    marks.readOn ?? "",
  ].filter((fact) => fact !== "");
  const children: PhrasingContent[] = [
    ...(url === undefined ? words : [{ type: "link" as const, url, children: words }]),
    ...(facts.length > 0 ? [{ type: "text" as const, value: ` · ${facts.join(" · ")}` }] : []),
  ];
  return { type: "listItem", spread: false, children: [{ type: "paragraph", children }] };
}
