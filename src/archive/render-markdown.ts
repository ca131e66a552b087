import type { Element } from "hast";
import type { Nodes, PhrasingContent, Root } from "mdast";
import type { Math as DisplayMath, InlineMath } from "mdast-util-math";
import { toString as mdastToString } from "mdast-util-to-string";
import rehypeStringify from "rehype-stringify";
import remarkRehype, { type Options } from "remark-rehype";
import { unified } from "unified";
import { plainFormula } from "../math/plain-formula.ts";
import { typeset } from "../math/typeset.ts";
import { parseMarkdown, titleContent } from "./inline-content.ts";
import { splitAbstract } from "./split-abstract.ts";

/** An abstract or title as HTML. */
export interface Rendered {
  html: string;
  /** Whether it holds a formula, and so needs KaTeX's style sheet. */
  math: boolean;
  /** The text with formulas in plain form, and an empty line between paragraphs. */
  text: string;
  /** Formulas that KaTeX refused, shown as their source. */
  refused: { latex: string; reason: string }[];
}

/**
 * Renders the Markdown of an entry. Whatever the file contains, the HTML has no unsafe element or
 * address: see `safeTree`. Generated entries have no JSX, so the result is the same as with MDX,
 * but without a module for each paper. KaTeX's HTML is inserted unparsed, because parsing it took
 * most of the time.
 */
export function renderMarkdown(markdown: string): Rendered {
  return renderTree(parseMarkdown(markdown));
}

function renderTree(tree: Root): Rendered {
  const rendered: Rendered = { html: "", math: false, text: treeText(tree), refused: [] };
  const toHtml = unified()
    .use(remarkRehype, { allowDangerousHtml: true, handlers: formulas(rendered) })
    .use(rehypeStringify, { allowDangerousHtml: true });
  rendered.html = toHtml.stringify(toHtml.runSync(tree));
  return rendered;
}

/** Renders inline content, without a paragraph around it. */
export function renderPhrasing(children: PhrasingContent[]): Rendered {
  return withoutParagraph(
    renderTree({ type: "root", children: [{ type: "paragraph", children }] }),
  );
}

/** Renders a title: one line, without a paragraph around it and without links. */
export function renderTitle(markdown: string): Rendered {
  return renderPhrasing(titleContent(markdown));
}

/** An abstract for a row of a list: its first sentence, and all that follows where there is more. */
export interface RenderedParts {
  sentence: Rendered;
  rest?: Rendered;
}

/** Renders an abstract in two parts; the first sentence has no paragraph around it and no links. */
export function renderParts(markdown: string): RenderedParts {
  const { sentence, rest } = splitAbstract(parseMarkdown(markdown));
  return {
    sentence: renderPhrasing(sentence),
    ...(rest.length > 0 ? { rest: renderTree({ type: "root", children: rest }) } : {}),
  };
}

/** The first of these parts alone. */
export function renderSentence(markdown: string): Rendered {
  return renderPhrasing(splitAbstract(parseMarkdown(markdown)).sentence);
}

/**
 * Renders an abstract for readers that do not have our style sheets, such as feed readers, as HTML that is
 * XHTML as well. Formulas become plain characters.
 */
export function renderPlain(markdown: string): string {
  return renderPlainTree(parseMarkdown(markdown));
}

/** Like `renderPlain`, but of a tree. */
export function renderPlainTree(tree: Root): string {
  const formula = (_: unknown, { value }: InlineMath | DisplayMath) => ({
    type: "text" as const,
    value: plainFormula(value),
  });
  const handlers = { inlineMath: formula, math: formula };
  const toHtml = unified()
    .use(remarkRehype, { handlers })
    .use(rehypeStringify, { closeSelfClosing: true });
  return toHtml.stringify(toHtml.runSync(tree));
}

function withoutParagraph(rendered: Rendered): Rendered {
  const inner = /^<p>([\s\S]*)<\/p>$/.exec(rendered.html.trim());
  return { ...rendered, html: inner?.[1] ?? rendered.html };
}

function formulas(rendered: Rendered): NonNullable<Options["handlers"]> {
  const set = (_: unknown, node: InlineMath | DisplayMath) => {
    const made = typeset(node.value);
    if ("html" in made) {
      rendered.math = true;
      return { type: "raw" as const, value: made.html };
    }
    rendered.refused.push({ latex: node.value, reason: made.refused });
    const source: Element = {
      type: "element",
      tagName: "code",
      properties: { className: ["formula-source"] },
      children: [{ type: "text", value: node.value }],
    };
    return source;
  };
  return { inlineMath: set, math: set };
}

/** The words of a tree, with formulas in plain form and an empty line between paragraphs. */
export function treeText({ children }: Root): string {
  return children.map(plainWords).join("\n\n");
}

function plainWords(node: Nodes): string {
  if (node.type === "inlineMath" || node.type === "math") return plainFormula(node.value);
  return "children" in node ? node.children.map(plainWords).join("") : mdastToString(node);
}
