import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { parse as parseYaml } from "yaml";
import type { WholePaper } from "../../src/archive/export-archive.ts";
import { markdownReadingList } from "../../src/notes/markdown-reading-list.ts";
import { obsidianVault } from "../../src/notes/obsidian-vault.ts";
import { splitFrontmatter } from "../../src/text/frontmatter.ts";

const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkMath);
const addressOf = (id: string) => `https://papers.example/${id}/`;
const topics: { id: string; name: string }[] = [];
const properties =
  /^(?:id|aliases|authors|published|venue|arxiv|doi|address|topics|status|rating|readOn|tags)$/;
const elements =
  /^(?:html|image|imageReference|definition|table|list|code|footnote\w+|math|blockquote|thematicBreak)$/;

/** Properties, elements, links and names of files that a vault has beyond those of its papers. */
export function vaultLeaks(papers: readonly WholePaper[]): string[] {
  const files = obsidianVault(papers, { topics, addressOf });
  const keys = files.map(({ path }) => path.normalize("NFC").toLowerCase());
  const ofPapers = files.filter(({ path }) => path.startsWith("papers/"));
  return [
    ...(new Set(keys).size === keys.length ? [] : ["vault: two files of one name"]),
    ...(ofPapers.length === papers.length ? [] : [`vault: ${ofPapers.length} papers`]),
    ...files.flatMap(({ path }) => nameFaults(path)),
    ...ofPapers.flatMap(({ text }, index) => fileLeaks(text, papers[index])),
  ];
}

function nameFaults(path: string): string[] {
  const name = path.replace(/^(?:papers|topics)\//, "");
  const isSound =
    !/[\p{C}\\/:*?"<>|#^[\]]|^[.\s~]|[.\s]\.md$/u.test(name) &&
    !/^(?:con|prn|aux|nul|com\d|lpt\d)\./i.test(name) &&
    new TextEncoder().encode(name).length <= 250;
  return isSound ? [] : [`vault: ${path}`];
}

function fileLeaks(text: string, paper: WholePaper | undefined): string[] {
  const { yaml = "", body } = splitFrontmatter(text);
  const head: Record<string, unknown> = parseYaml(yaml);
  const names = Object.keys(head).filter((name) => !properties.test(name));
  const isOwn = head["id"] === paper?.entry.id && (paper?.entry.topics.length ?? 0) === 0;
  // Paragraphs of notes begin with a heading of their own.
  const headings = paper?.entry.annotation?.trim() ? [1, 2] : [1];
  return [
    ...names.map((name) => `vault: property ${name}`),
    ...(isOwn || paper?.entry.topics.length ? [] : ["vault: another id"]),
    ...markdownLeaks(body.replace(/^Topics: \[\[topics\/.*$/m, ""), headings.length),
  ];
}

function markdownLeaks(body: string, headings: number): string[] {
  const tree: Root = markdown.parse(body);
  const found: string[] = [];
  let count = 0;
  const hidden: [number, number][] = [];
  visit(tree, (node) => {
    if (node.type === "heading") count += 1;
    if (elements.test(node.type)) found.push(`vault: ${node.type}`);
    if (node.type === "link" && !/^(?:https?|mailto):/.test(node.url)) {
      found.push(`vault: ${node.url}`);
    }
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (/^(?:inlineMath|inlineCode)$/.test(node.type)) hidden.push([start ?? 0, end ?? 0]);
  });
  let plain = body;
  for (const [start, end] of hidden.toReversed()) {
    plain = `${plain.slice(0, start)}x${plain.slice(end)}`;
  }
  plain = plain.replace(/\]\((?:<[^>\n]*>|[^\s)]*)\)/g, "]()").replace(/\\[!-/:-@[-`{-~]/g, "");
  const syntax = plain.match(/\[\[|%%|==|(?<=\s)#[^\s#]|\s\^\w/g) ?? [];
  return [
    ...found,
    ...(count <= headings ? [] : [`vault: ${count} headings`]),
    ...syntax.map((one) => `vault: ${one}`),
  ];
}

/** Elements and links that a reading list has beyond one item a paper. */
export function readingListLeaks(papers: readonly WholePaper[]): string[] {
  const noted = papers.map(({ entry }) => ({
    paper: entry,
    marks: { status: "read" as const, tags: [], hasText: false },
  }));
  const tree: Root = markdown.parse(markdownReadingList(noted, { title: "Papers", addressOf }));
  const found: string[] = [];
  let items = 0;
  visit(tree, (node) => {
    if (node.type === "listItem") items += 1;
    if (elements.test(node.type) && node.type !== "list") found.push(`reading list: ${node.type}`);
    if (node.type === "link" && !/^(?:https?|mailto):/.test(node.url)) {
      found.push(`reading list: ${node.url}`);
    }
  });
  return items === papers.length ? found : [...found, `reading list: ${items} items`];
}
