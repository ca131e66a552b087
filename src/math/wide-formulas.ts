import type { Element, Root } from "hast";
import { toString as textOf } from "mdast-util-to-string";
import { SKIP, visit } from "unist-util-visit";
import { isWide, room, wideFormula } from "./is-wide.ts";

const knownWidth = /^<span class="katex-base" style="width:([\d.]+)em;">/;
const ownWidth = /^width:([\d.]+)em;$/;

/** KaTeX's HTML with each part that may be too wide in an element that scrolls. */
export function withScrolling(html: string): string {
  let result = "";
  let end = 0;
  for (const { index } of html.matchAll(/<span class="katex-base"/g)) {
    const after = endOfSpan(html, index);
    const part = html.slice(index, after);
    const known = knownWidth.exec(part)?.[1];
    if (known === undefined ? !isWide(textIn(part), part) : Number(known) <= room) continue;
    result += `${html.slice(end, index)}<span class="${wideFormula}">${part}</span>`;
    end = after;
  }
  return result + html.slice(end);
}

/**
 * The same for the tree of an owner's note or page, as a plugin for rehype. It uses the widths that
 * `setFormulaWidths` has found before.
 */
export function scrollWideFormulas(): (tree: Root) => void {
  return (tree) =>
    visit(tree, "element", (element, index, parent) => {
      if (!hasClass(element, "katex-base")) return;
      if (parent && index !== undefined && isWideElement(element)) {
        parent.children[index] = {
          type: "element",
          tagName: "span",
          properties: { className: [wideFormula] },
          children: [element],
        };
      }
      return SKIP;
    });
}

function isWideElement(element: Element): boolean {
  const known = ownWidth.exec(String(element.properties["style"] ?? ""))?.[1];
  if (known !== undefined) return Number(known) > room;
  const styles: string[] = [];
  visit(element, "element", ({ properties }) => {
    styles.push(`${properties["className"]} ${properties["style"]}`);
  });
  return isWide(textOf(element), styles.join(" "));
}

function hasClass({ properties: { className: names } }: Element, name: string): boolean {
  return Array.isArray(names) && names.includes(name);
}

function textIn(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&[lg]t;/g, "<")
    .replace(/&#?\w+;/g, "&");
}

function endOfSpan(html: string, start: number): number {
  const tag = /<(\/?)span\b/g;
  tag.lastIndex = start;
  let depth = 0;
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    depth += match[1] === "" ? 1 : -1;
    if (depth === 0) return html.indexOf(">", match.index) + 1;
  }
  return html.length;
}
