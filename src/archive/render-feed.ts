import type { Root } from "mdast";
import type { Math as DisplayMath, InlineMath } from "mdast-util-math";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { plainFormula } from "../math/plain-formula.ts";
import { portableMathml } from "../math/portable-mathml.ts";
import { parseMarkdown } from "./inline-content.ts";
import { renderPlainTree, treeText } from "./render-markdown.ts";
import { splitAbstract } from "./split-abstract.ts";

/** An abstract for readers of feeds, who do not have our style sheets. */
export interface FeedText {
  /** XHTML, with formulas as MathML. */
  xhtml: string;
  /** HTML, with formulas in plain characters. */
  html: string;
  /** Plain text, with an empty line between paragraphs. */
  text: string;
  /** Whether it has formulas, so that the text differs from what readers with MathML see. */
  math: boolean;
}

/**
 * Renders the Markdown of an abstract for feeds, or only its first sentence. A formula that KaTeX refuses is plain in all
 * forms.
 */
export function renderForFeed(markdown: string, { brief = false } = {}): FeedText {
  const whole = parseMarkdown(markdown);
  const tree = brief ? openingOf(whole) : whole;
  const { xhtml, math } = renderXhtml(tree);
  return { xhtml, math, html: eachWay(renderPlainTree(tree)), text: treeText(tree) };
}

/** The first sentence of an abstract; all of one that does not begin with a sentence. */
function openingOf(whole: Root): Root {
  const { sentence } = splitAbstract(whole);
  if (sentence.length === 0) return whole;
  return { type: "root", children: [{ type: "paragraph", children: sentence }] };
}

function renderXhtml(tree: Root): Pick<FeedText, "xhtml" | "math"> {
  let math = false;
  const formula = (_: unknown, { value }: InlineMath | DisplayMath) => {
    const mathml = portableMathml(value);
    if (mathml === undefined) return { type: "text" as const, value: plainFormula(value) };
    math = true;
    return { type: "raw" as const, value: mathml };
  };
  const toXhtml = unified()
    .use(remarkRehype, {
      allowDangerousHtml: true,
      handlers: { inlineMath: formula, math: formula },
    })
    .use(rehypeStringify, { allowDangerousHtml: true, closeSelfClosing: true });
  return { xhtml: eachWay(toXhtml.stringify(toXhtml.runSync(tree))), math };
}

/** A reader of feeds shows papers in many languages in one list. */
function eachWay(html: string): string {
  return html.replaceAll("<p>", '<p dir="auto">');
}
