import type { Link, Parents, PhrasingContent } from "mdast";
import type { InlineMath } from "mdast-util-math";
import { cleanInline } from "../ingest/clean.ts";
import { formulaNode } from "../ingest/formula-node.ts";
import { formulaMark } from "../text/characters.ts";
import { joinAdjacent } from "../text/join-adjacent.ts";

/** A span of a view's source, in characters. `end` is exclusive. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** A paragraph as one string: its clean words, and its formulas as their source prints them. */
export interface SourceView {
  source: string;
  formulas: readonly (Extent & { readonly node: InlineMath })[];
}

/** A span that the owner corrects: its LaTeX, or null if it is not a formula. */
export interface Replacement extends Extent {
  readonly latex: string | null;
}

/** Whether two spans overlap. */
export const overlap = (a: Extent, b: Extent): boolean => a.start < b.end && b.start < a.end;

/** The content of a paragraph as a view. */
export function viewOf(content: readonly PhrasingContent[]): SourceView {
  let source = "";
  const formulas: (Extent & { node: InlineMath })[] = [];
  const add = (node: PhrasingContent): void => {
    if (isText(node)) {
      for (const child of node.children) add(child);
      return;
    }
    const start = source.length;
    source += sourceOf(node);
    if (node.type === "inlineMath") formulas.push({ start, end: source.length, node });
  };
  for (const node of content) add(node);
  return { source, formulas };
}

/**
 * The content of a paragraph with spans of its view replaced. If only a part of a formula is
 * replaced, the rest becomes words. A replacement for several nodes is put where it begins.
 */
export function replaceIn(
  content: readonly PhrasingContent[],
  replacements: readonly Replacement[],
): PhrasingContent[] {
  let at = 0;
  const replace = (node: PhrasingContent): PhrasingContent[] => {
    if (isText(node)) return [{ ...node, children: joinAdjacent(node.children.flatMap(replace)) }];
    const extent = { start: at, end: at + sourceOf(node).length };
    at = extent.end;
    const within = replacements.filter((one) => overlap(one, extent));
    return within.length === 0 ? [node] : replaceNode(node, extent, within);
  };
  return joinAdjacent(content.flatMap(replace));
}

type TextParent = Extract<PhrasingContent, Parents>;

/** Whether a node's children are text like any other; a bare web address is not. */
function isText(node: PhrasingContent): node is TextParent {
  return "children" in node && !(node.type === "link" && isBareAddress(node));
}

function isBareAddress({ url, children: [label, ...others] }: Link): boolean {
  if (label?.type !== "text" || others.length > 0) return false;
  return url === label.value || url === `https://${label.value}`;
}

/** A leaf in the view. What a correction cannot refer to, such as an address, is one mark. */
function sourceOf(node: PhrasingContent): string {
  if (node.type === "inlineMath") return node.data?.source ?? `$${node.value}$`;
  return node.type === "text" || node.type === "inlineCode" ? node.value : formulaMark;
}

function replaceNode(
  node: PhrasingContent,
  { start, end }: Extent,
  replacements: readonly Replacement[],
): PhrasingContent[] {
  const source = sourceOf(node);
  const parts: (string | InlineMath)[] = [];
  let at = start;
  const words = (until: number) => {
    if (until > at) parts.push(source.slice(at - start, until - start));
    at = Math.max(at, until);
  };
  for (const { latex, ...one } of replacements.toSorted((a, b) => a.start - b.start)) {
    if (latex === null) continue;
    words(one.start);
    const printed = source.slice(one.start - start, one.end - start);
    if (one.start >= start) parts.push(formulaNode({ latex, source: printed }));
    at = Math.min(one.end, end);
  }
  words(end);
  return nodesOf(node, parts);
}

function nodesOf(node: PhrasingContent, parts: (string | InlineMath)[]): PhrasingContent[] {
  if (node.type === "inlineCode") {
    const values = parts.map((part) => (typeof part === "string" ? part : `$${part.value}$`));
    return [{ ...node, value: values.join("") }];
  }
  return parts.flatMap((part) => {
    if (typeof part !== "string") return [part];
    return node.type === "inlineMath" ? wordsOf(part) : [textNode(part)];
  });
}

/** The source of a formula as words, with the spaces around them. */
function wordsOf(source: string): PhrasingContent[] {
  const [before, after] = [/^\s/.test(source), /\s$/.test(source) && /\S/.test(source)];
  return [
    ...(before ? [textNode(" ")] : []),
    ...cleanInline(source),
    ...(after ? [textNode(" ")] : []),
  ];
}

function textNode(value: string): PhrasingContent {
  return { type: "text", value };
}
