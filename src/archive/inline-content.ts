import type { Nodes, Paragraph, PhrasingContent, Root, RootContent } from "mdast";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { singleSpaces, visibleCharacters, withoutControls } from "../text/characters.ts";
import { joinAdjacent } from "../text/join-adjacent.ts";
import { deepestMarkdown, tooDeepToParse } from "../text/markdown-depth.ts";
import { hasCostlyParagraph } from "../text/markup-limits.ts";
import { firstDeeperThan } from "../text/tree-depth.ts";
import { plainTree } from "./plain-markdown.ts";
import { safePhrasing, safeTree } from "./safe-tree.ts";

const parser = unified().use(remarkParse).use(remarkMath);

/** In characters. An abstract is at most a fifth as long, and escapes do not make it five times longer. */
const longest = 100_000;

/** Without these, a text has nothing that could nest but lists and quotes. */
const mayNest = /[*_[\]]/;

/**
 * A text's tree. One that nests too deeply for all that works on trees, or would take a parser very
 * long, is a single text.
 */
function parse(markdown: string): Root {
  const asText: Root = { type: "root", children: [asItIs(markdown)] };
  if (markdown.length > longest) return asText;
  const plain = plainTree(markdown);
  if (plain && !mayNest.test(markdown)) return plain;
  if (hasCostlyParagraph(markdown) || tooDeepToParse(markdown) !== undefined) return asText;
  if (plain) return plain;
  const tree = parser.parse(markdown);
  const tooDeep = firstDeeperThan<Nodes>(tree, deepestMarkdown, (node) =>
    "children" in node ? node.children : [],
  );
  return tooDeep ? asText : tree;
}

/** The words of a text, without the marks of code in which entries have words that mean nothing. */
function asItIs(markdown: string): Paragraph {
  const text = markdown.trim();
  const ticks = /^`+/.exec(text)?.[0] ?? "";
  const inside = text.slice(ticks.length, -ticks.length);
  const isCode = ticks !== "" && text.endsWith(ticks) && !inside.includes(ticks);
  const children: PhrasingContent[] = isCode
    ? [{ type: "inlineCode", value: inside.trim() }]
    : [textNode(markdown)];
  return { type: "paragraph", children };
}

/** The tree of an entry's Markdown, safe to render. */
export function parseMarkdown(markdown: string): Root {
  return safeTree(parse(markdown));
}

/**
 * A text in Markdown as paragraphs of what a paper's text can be: words, emphasis, links, code and
 * formulas. Anything else, such as a heading or HTML, becomes text as it is written, and a picture
 * becomes a link to it.
 */
export function inlineParagraphs(markdown: string): Paragraph[] {
  return parse(markdown).children.flatMap((node): Paragraph[] => {
    const children = joinAdjacent(plainPhrasing(contentOf(node, markdown)));
    return children.length === 0 ? [] : [{ type: "paragraph", children }];
  });
}

/**
 * A title in Markdown: the same on one line and without links, because a title is shown inside of a
 * link to its paper.
 */
export function titleContent(markdown: string): PhrasingContent[] {
  const [first = [], ...more] = inlineParagraphs(markdown).map(({ children }) => children);
  const line = [...first, ...more.flatMap((children) => [textNode(" "), ...children])];
  return joinAdjacent(line.flatMap(withoutLinks));
}

/** Inline content without links, whose words stay: links cannot be nested. */
export function withoutLinks(node: PhrasingContent): PhrasingContent[] {
  if (node.type === "link") return node.children.flatMap(withoutLinks);
  if (node.type !== "strong" && node.type !== "emphasis") return [node];
  return [{ ...node, children: node.children.flatMap(withoutLinks) }];
}

function contentOf(node: RootContent, markdown: string): PhrasingContent[] {
  if (node.type === "paragraph") return safePhrasing(node.children);
  if (node.type === "math" && node.value.trim() !== "") {
    return [{ type: "inlineMath", value: node.value }];
  }
  const { start, end } = node.position ?? {};
  return [textNode(markdown.slice(start?.offset ?? 0, end?.offset ?? 0))];
}

function plainPhrasing(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    switch (node.type) {
      case "text": {
        const value = visibleCharacters(node.value).replace(/\s+/g, " ");
        return value === "" ? [] : [textNode(value)];
      }
      case "inlineCode": {
        // Spaces at its ends are part of the code.
        const value = withoutControls(node.value).replace(/\s+/g, " ");
        return value.trim() === "" ? [] : [{ type: "inlineCode", value }];
      }
      case "inlineMath": {
        const value = singleSpaces(withoutControls(node.value));
        return value === "" ? [] : [{ type: "inlineMath", value }];
      }
      case "emphasis":
      case "strong": {
        const children = plainPhrasing(node.children);
        return children.length === 0 ? [] : [{ type: node.type, children }];
      }
      case "link": {
        const children = joinAdjacent(plainPhrasing(node.children));
        const { url } = node;
        return [{ type: "link", url, children: children.length > 0 ? children : [textNode(url)] }];
      }
      case "break":
        return [textNode(" ")];
      default:
        return [];
    }
  });
}

function textNode(value: string): PhrasingContent {
  return { type: "text", value };
}
