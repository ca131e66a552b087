import type { Element, Nodes } from "hast";
import { fromHtml } from "hast-util-from-html";

const elements = new Set(
  "p a em strong del code br h1 h2 h3 h4 h5 h6 ul ol li blockquote pre hr".split(" "),
);
const formulaElements = new Set(
  (
    "span svg path line math semantics annotation mrow mi mn mo ms mtext mspace mfrac msqrt mroot msub msup " +
    "msubsup munder mover munderover mtable mtr mtd mstyle mpadded mphantom menclose mglyph"
  ).split(" "),
);
const attributes = new Set(["href", "className", "start", "title"]);

/**
 * What HTML has, as a browser parses it, that no text of a paper may bring into it: elements that run or
 * load something, handlers, addresses of other schemes, and styles that load something.
 */
export function htmlFaults(html: string): string[] {
  const faults: string[] = [];
  look(fromHtml(html, { fragment: true }), false, faults);
  return faults;
}

function look(node: Nodes, inFormula: boolean, faults: string[]): void {
  if (node.type === "comment" || node.type === "doctype") faults.push(node.type);
  const isElement = node.type === "element";
  if (isElement) faults.push(...(inFormula ? formulaFaults(node) : elementFaults(node)));
  const inside = inFormula || (isElement && isFormula(node));
  if ("children" in node) for (const child of node.children) look(child, inside, faults);
}

function isFormula({ tagName, properties }: Element): boolean {
  // Feeds have formulas as MathML only.
  if (tagName === "math") return true;
  const names = properties["className"];
  return tagName === "span" && Array.isArray(names) && String(names[0]).startsWith("katex");
}

function elementFaults(element: Element): string[] {
  const { tagName, properties } = element;
  if (isFormula(element)) return formulaFaults(element);
  return [
    ...(elements.has(tagName) ? [] : [`<${tagName}>`]),
    ...Object.entries(properties)
      // The feeds themselves say so of every paragraph.
      .filter(([name, value]) => !(name === "dir" && value === "auto"))
      .flatMap(([name]) => (attributes.has(name) ? [] : [name])),
    ...addressFaults(properties["href"]),
  ];
}

function addressFaults(href: unknown): string[] {
  if (href === undefined) return [];
  return URL.canParse(String(href)) && /^(?:https?|mailto):/.test(new URL(String(href)).protocol)
    ? []
    : [`href=${href}`];
}

function formulaFaults({ tagName, properties }: Element): string[] {
  return [
    ...(formulaElements.has(tagName) ? [] : [`formula <${tagName}>`]),
    ...Object.entries(properties)
      .filter(
        ([name, value]) =>
          /^on|href|src|^id$/i.test(name) || /url\(|[{}]/.test(styleOf(name, value)),
      )
      .map(([name]) => `formula ${name}`),
  ];
}

function styleOf(name: string, value: unknown): string {
  return name === "style" ? String(value) : "";
}
