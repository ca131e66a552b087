import type {
  BlockContent,
  DefinitionContent,
  PhrasingContent,
  Root,
  RootContent,
  Text,
} from "mdast";
import { isSafeScheme, schemeOf } from "../text/safe-address.ts";

type Block = BlockContent | DefinitionContent;

/**
 * A tree that is safe to render, whoever wrote its Markdown: HTML becomes visible text, pictures
 * become links to them, and links of other schemes than http, https and mailto become their text.
 * References and their definitions become text, too.
 */
export function safeTree({ children }: Root): Root {
  return {
    type: "root",
    children: children.flatMap((node): RootContent[] =>
      isBlock(node) ? safeBlocks([node]) : isPhrasing(node) ? safePhrasing([node]) : [],
    ),
  };
}

function isPhrasing(node: RootContent): node is PhrasingContent {
  return phrasing.has(node.type);
}

function isBlock(node: RootContent): node is Block {
  return blocks.has(node.type);
}

const phrasing: ReadonlySet<string> = new Set<PhrasingContent["type"]>([
  "break",
  "delete",
  "emphasis",
  "footnoteReference",
  "image",
  "imageReference",
  "inlineCode",
  "inlineMath",
  "link",
  "linkReference",
  "strong",
  "text",
]);

// HTML at the root is a block.
const blocks: ReadonlySet<string> = new Set<Block["type"]>([
  "blockquote",
  "code",
  "definition",
  "footnoteDefinition",
  "heading",
  "html",
  "list",
  "math",
  "paragraph",
  "table",
  "thematicBreak",
]);

function safeBlocks(nodes: readonly Block[]): Block[] {
  return nodes.map((node): Block => {
    switch (node.type) {
      case "html":
        return paragraph(node.value);
      case "definition":
        return paragraph(`[${node.label ?? node.identifier}]: ${node.url}`);
      case "paragraph":
      case "heading":
        return { ...node, children: safePhrasing(node.children) };
      case "blockquote":
      case "footnoteDefinition":
        return { ...node, children: safeBlocks(node.children) };
      case "list":
        return {
          ...node,
          children: node.children.map((item) => ({ ...item, children: safeBlocks(item.children) })),
        };
      case "table":
        return {
          ...node,
          children: node.children.map((row) => ({
            ...row,
            children: row.children.map((cell) => ({
              ...cell,
              children: safePhrasing(cell.children),
            })),
          })),
        };
      default:
        return node;
    }
  });
}

/** Inline content that is safe to render, by the same rules. */
export function safePhrasing(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    switch (node.type) {
      case "html":
        return [text(node.value)];
      case "image":
        return leadsOn(node.url)
          ? [{ type: "link", url: node.url, children: [text(node.alt || node.url)] }]
          : [text(node.alt ?? "")];
      case "imageReference":
        return [text(`![${node.alt ?? ""}]`)];
      case "linkReference":
        return [text("["), ...safePhrasing(node.children), text("]")];
      case "link": {
        const children = safePhrasing(node.children);
        return leadsOn(node.url) ? [{ ...node, children }] : children;
      }
      case "delete":
      case "emphasis":
      case "strong":
        return [{ ...node, children: safePhrasing(node.children) }];
      default:
        return [node];
    }
  });
}

/** A source's text has no pages of its own to link to, so a relative address leads nowhere. */
function leadsOn(url: string): boolean {
  const scheme = schemeOf(url);
  return scheme !== undefined && isSafeScheme(scheme);
}

function paragraph(value: string): Block {
  return { type: "paragraph", children: [text(value)] };
}

function text(value: string): Text {
  return { type: "text", value };
}
