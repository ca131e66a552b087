import { decodeXML } from "entities";
import type { Root } from "hast";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";
import { advanceOf } from "./glyph-advances.ts";
import { type Effect, effectOf, type Lengths, lengthsOf } from "./katex-styles.ts";

/** Where a part of a formula is: its font, and the size of its letters in that of the formula. */
interface Setting {
  font: { family: string; isBold: boolean; isItalic: boolean };
  size: number;
  /** The family of the elements directly in it, whatever their own classes say. */
  familyOfChildren: string | undefined;
}

interface Part {
  effect: Effect;
  lengths: Lengths | undefined;
  children: (Part | string)[];
}

const base = '<span class="katex-base">';

/**
 * KaTeX's HTML with a width for each part between which a line may break. So a font that comes late moves
 * nothing around a formula. Parts with rare constructs keep the width that browsers find.
 */
export function withWidths(html: string): string {
  return html.replaceAll(base, (tag, start: number) => {
    const width = widthOfBase(html, start + base.length);
    return width === undefined ? tag : `<span class="katex-base" style="width:${width}em;">`;
  });
}

/** The same for the tree of an owner's note or page, as a plugin for rehype. */
export function setFormulaWidths(): (tree: Root) => void {
  return (tree) =>
    visit(tree, "element", (element) => {
      const { className, style } = element.properties;
      if (!Array.isArray(className) || !className.includes("katex-base")) return;
      const html = unified()
        .use(rehypeStringify)
        .stringify({ type: "root", children: [element] });
      const width = style === undefined ? widthOfBase(html, base.length) : undefined;
      if (width !== undefined) element.properties["style"] = `width:${width}em;`;
      return SKIP;
    });
}

function widthOfBase(html: string, start: number): number | undefined {
  const children = readChildren(html, start);
  const font = { family: "Main", isBold: false, isItalic: false };
  const setting = { font, size: 1, familyOfChildren: undefined };
  const width = children === undefined ? undefined : widthOf(children, setting, "beside");
  // Rounded up: a wide formula scrolls in itself, and so would one with a little less than its width.
  return width === undefined || width <= 0 ? undefined : Math.ceil(width * 1000) / 1000;
}

/** The width of what is beside each other, or above each other. Undefined if a part of it has none. */
function widthOf(
  children: readonly (Part | string)[],
  setting: Setting,
  way: "beside" | "above",
): number | undefined {
  let sum = 0;
  let widest = 0;
  for (const child of children) {
    const width =
      typeof child === "string" ? widthOfText(child, setting) : widthOfPart(child, setting);
    if (width === undefined) return undefined;
    sum += width;
    widest = Math.max(widest, width);
  }
  return way === "above" ? widest : sum;
}

function widthOfText(text: string, { font, size }: Setting): number | undefined {
  const advance = advanceOf(text, font);
  return advance === undefined ? undefined : advance * size;
}

function widthOfPart({ effect, lengths, children }: Part, outer: Setting): number | undefined {
  if (effect === "no width") return 0;
  if (effect === "unknown" || lengths === undefined) return undefined;
  const family = outer.familyOfChildren ?? effect.font.family ?? outer.font.family;
  const size = outer.size * effect.scale;
  const setting: Setting = {
    font: { ...outer.font, ...effect.font, family },
    size,
    familyOfChildren: effect.familyOfChildren,
  };
  const inside = widthOf(children, setting, effect.way);
  if (inside === undefined) return undefined;
  let content = lengths.width === undefined ? inside : lengths.width * size;
  if (lengths.least > 0) content = Math.max(content, lengths.least * size);
  return content + (lengths.beside + effect.added) * size;
}

/**
 * Reads what is in an element from here to its end. KaTeX writes all elements in one form,
 * `<span class="…" style="…">`, and drawings as `<svg>`, which take no room of their own.
 */
function readChildren(html: string, start: number): (Part | string)[] | undefined {
  const pieces = /<(\/?)(\w+)([^>]*)>|[^<]+/g;
  pieces.lastIndex = start;
  const open: (Part | string)[][] = [[]];
  for (let piece = pieces.exec(html); piece; piece = pieces.exec(html)) {
    const [text, end, name, attributes = ""] = piece;
    const siblings = open.at(-1);
    if (name === undefined) siblings?.push(text.includes("&") ? decodeXML(text) : text);
    else if (end === "/") {
      open.pop();
      if (open.length === 0) return siblings;
    } else if (name === "svg") {
      pieces.lastIndex = html.indexOf("</svg>", piece.index) + "</svg>".length;
    } else if (name === "span") {
      const children: (Part | string)[] = [];
      siblings?.push({
        effect: effectOf(/class="([^"]*)"/.exec(attributes)?.[1] ?? ""),
        lengths: lengthsOf(/style="([^"]*)"/.exec(attributes)?.[1] ?? ""),
        children,
      });
      open.push(children);
    } else return undefined;
  }
  return undefined;
}
