import type { Element, Nodes, Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString as textOf } from "mdast-util-to-string";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { visit } from "unist-util-visit";

/**
 * KaTeX writes the name of a function and the sign for its application (U+2061) side by side, also where
 * MathML wants one element: `x_{\max}` becomes an `msub` with three children. And a brace with texts above
 * and below it becomes an `mover` with three. Browsers show such elements as errors, or not at all.
 */
const application = "\u2061";
/** The elements in which each child has a meaning by its place. */
const hasPlaces = /^m(?:sub|sup|subsup|under|over|underover|frac|root)$/;
const mayBeWrong = /\u2061|<m(?:over|under)>/;

/** KaTeX's HTML, in which each element of MathML has as many children as it must. */
export function withSoundMathml(html: string): string {
  if (!mayBeWrong.test(html)) return html;
  return html.replace(/<math\b[\s\S]*?<\/math>/g, (math) => {
    const tree = fromHtml(math, { fragment: true });
    return mend(tree) ? unified().use(rehypeStringify).stringify(tree) : math;
  });
}

/** The same for the tree of an owner's note or page, as a plugin for rehype. */
export function mendMathml(): (tree: Root) => void {
  return (tree) => void mend(tree);
}

/** Mends a tree in place. Returns whether something was wrong. */
function mend(tree: Nodes): boolean {
  let isChanged = false;
  visit(tree, "element", (element) => {
    if (!hasPlaces.test(element.tagName)) return;
    if (groupApplications(element)) isChanged = true;
    const isTwofold = element.tagName === "mover" || element.tagName === "munder";
    if (isTwofold && element.children.length === 3) {
      // KaTeX writes the text below first, as `munderover` has it.
      element.tagName = "munderover";
      isChanged = true;
    }
  });
  return isChanged;
}

/** Puts each function and the sign after it into an `mrow`. Returns whether there was one. */
function groupApplications(element: Element): boolean {
  const { children } = element;
  const at = children.findIndex((child, index) => index > 0 && textOf(child) === application);
  if (at < 0) return false;
  const pair = children.slice(at - 1, at + 1).filter((child) => child.type === "element");
  const row: Element = { type: "element", tagName: "mrow", properties: {}, children: pair };
  children.splice(at - 1, 2, row);
  groupApplications(element);
  return true;
}
