import type { Nodes, Root } from "mdast";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx";
import { expandMacros } from "../math/expand-macros.ts";
import { type Macros, macros } from "../math/macros.ts";
import { plainFormula } from "../math/plain-formula.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { formulaEnd, formulaStart } from "../search/text/normalise.ts";

/** What the built-in components show if a note gives them an id and no words. */
export interface NoteNames {
  /** A paper's title as plain text; undefined where the archive has no such paper. */
  paper: (id: string) => string | undefined;
  topic: (id: string) => string;
}

/** The names of an archive's papers, by their ids and former ids, and of its topics. */
export function noteNames(
  papers: readonly Pick<PaperEntry, "id" | "aliases" | "titleText">[],
  topicName: (id: string) => string,
): NoteNames {
  const titles = new Map<string, string>([
    ...papers.flatMap(({ aliases, titleText }) => aliases.map((id) => [id, titleText] as const)),
    ...papers.map(({ id, titleText }) => [id, titleText] as const),
  ]);
  return { paper: (id) => titles.get(id), topic: topicName };
}

/** The words of a note that readers see. Blocks, such as paragraphs, have an empty line between them. */
export interface NoteText {
  /** Formulas in plain characters, for feeds and descriptions. */
  text: string;
  /** Formulas as LaTeX between the marks that the search index knows. */
  searchText: string;
}

/**
 * The words that a note shows: those within components and the alternative texts of pictures
 * included, comments and code left out. The values of expressions are left out as well, because
 * they are unknown before the code runs.
 */
export function noteText(tree: Root, names: NoteNames, own: Macros = {}): NoteText {
  const all = { ...macros, ...own };
  const blocks: Piece[][] = [[]];
  collect(tree, names, blocks);
  const written = (formula: (latex: string) => string) =>
    blocks
      .map((pieces) =>
        pieces.map((piece) => ("latex" in piece ? formula(piece.latex) : piece.text)).join(""),
      )
      .map((block) => block.trim())
      .filter((block) => block !== "")
      .join("\n\n");
  return {
    text: written((latex) => plainFormula(expandMacros(latex, own))),
    searchText: written((latex) => formulaStart + expandMacros(latex, all) + formulaEnd),
  };
}

type Piece = { text: string } | { latex: string };

const blockTypes: ReadonlySet<string> = new Set([
  "blockquote",
  "code",
  "footnoteDefinition",
  "heading",
  "listItem",
  "math",
  "mdxJsxFlowElement",
  "paragraph",
  "tableRow",
]);

/** Adds a node's pieces to the last block. A node that is a block starts a new one. */
function collect(node: Nodes, names: NoteNames, blocks: Piece[][]): void {
  const isBlock = blockTypes.has(node.type);
  if (isBlock) blocks.push([]);
  blocks.at(-1)?.push(...piecesOf(node, names));
  if ("children" in node) for (const child of node.children) collect(child, names, blocks);
  if (isBlock) blocks.push([]);
}

/** What a node itself shows, without its children. */
function piecesOf(node: Nodes, names: NoteNames): Piece[] {
  switch (node.type) {
    case "text":
    case "inlineCode":
    case "code":
      return [{ text: node.value.replaceAll(formulaStart, " ").replaceAll(formulaEnd, " ") }];
    case "inlineMath":
    case "math":
      return [{ latex: node.value }];
    case "image":
    case "imageReference":
      return [{ text: node.alt ?? "" }];
    case "break":
    case "tableCell":
      return [{ text: " " }];
    case "mdxJsxFlowElement":
    case "mdxJsxTextElement":
      return [{ text: node.name === "br" ? " " : shownForId(node, names) }];
    default:
      return [];
  }
}

function shownForId(
  { name, attributes, children }: MdxJsxFlowElement | MdxJsxTextElement,
  names: NoteNames,
): string {
  const id = attributes.find((one) => one.type === "mdxJsxAttribute" && one.name === "id")?.value;
  if (children.length > 0 || typeof id !== "string") return "";
  if (name === "Paper") return names.paper(id) ?? id;
  return name === "Topic" ? names.topic(id) : "";
}
