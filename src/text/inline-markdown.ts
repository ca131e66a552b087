import type { PhrasingContent } from "mdast";
import type { InlineMath } from "mdast-util-math";
import { formulaMark } from "./characters.ts";
import { joinAdjacent } from "./join-adjacent.ts";
import { emphasisedByLines, outsideAfter, outsideBefore } from "./line-emphasis.ts";
import { type FoundLink, findLinks } from "./links.ts";
import { emphasis, lineMark, strong, typeMarks } from "./marks.ts";

/**
 * Parses Markdown that is already in a source's prose: `**strong**`, `*emphasis*`, `_emphasis_`, ``
 * `code` ``, `[label](address)` and web addresses. Narrower than CommonMark by design: damaged
 * formulas are full of lone `*` and `_`, so a pair counts only around words and with spaces or
 * punctuation outside. Everything else is text, also underscores with marks. Formula marks become the formulas, in order, and marks
 * of emphasis and bold type become nodes.
 */
export function parseInline(text: string, formulas: readonly InlineMath[]): PhrasingContent[] {
  let used = 0;
  const take: Take = (count) => {
    used += count;
    return formulas.slice(used - count, used);
  };
  return joinAdjacent(typedNodes(text, take));
}

/** Reads the words between marks of emphasis and bold type. A mark without its partner is nothing. */
function typedNodes(text: string, take: Take): PhrasingContent[] {
  const root: PhrasingContent[] = [];
  const open: { close: string; type: "emphasis" | "strong"; children: PhrasingContent[] }[] = [];
  let at = 0;
  const add = (...added: PhrasingContent[]) => {
    (open.at(-1)?.children ?? root).push(...added);
  };
  const close = () => {
    const { type = "emphasis", children = [] } = open.pop() ?? {};
    add(...(children.length > 0 ? [{ type, children: joinAdjacent(children) }] : []));
  };
  for (const { 0: mark, index } of text.matchAll(typeMarks)) {
    add(...nodes(text.slice(at, index), take));
    at = index + mark.length;
    if (mark === emphasis.open)
      open.push({ close: emphasis.close, type: "emphasis", children: [] });
    else if (mark === strong.open) open.push({ close: strong.close, type: "strong", children: [] });
    else if (open.at(-1)?.close === mark) close();
  }
  add(...nodes(text.slice(at), take));
  while (open.length > 0) close();
  return root;
}

type Take = (count: number) => InlineMath[];

const marked = new RegExp(
  [
    String.raw`(?<!${"`"})${"`"}(?<code>(?=[^${"`"}\n]{0,199}[^${"`"}\s])[^${"`"}\n]{1,200})${"`"}(?!${"`"})`,
    String.raw`${outsideBefore}\*\*(?<strong>[^\s*](?:[^*]{0,300}?[^\s*])?)\*\*${outsideAfter}`,
    // The first letter of a word, as in the explanation of an acronym: `**C**hinese`.
    String.raw`${outsideBefore}\*\*(?<initial>[\p{L}\p{N}]{1,30})\*\*(?=\p{L})`,
    String.raw`${outsideBefore}\*(?<star>\p{L}(?:[^*]{0,300}?[\p{L}\p{N}.!?])?)\*${outsideAfter}`,
    emphasisedByLines,
  ].join("|"),
  "gu",
);

function nodes(text: string, take: Take): PhrasingContent[] {
  const found: PhrasingContent[][] = [];
  let at = 0;
  for (const { start, end, node } of spans(text)) {
    if (start < at) continue;
    found.push(plain(text.slice(at, start), take), [node(take)]);
    at = end;
  }
  found.push(plain(text.slice(at), take));
  return joinAdjacent(found.flat());
}

interface Span {
  start: number;
  end: number;
  node: (take: Take) => PhrasingContent;
}

/** Marks and addresses in order, without marks that begin before an address and end inside it. */
function spans(text: string): Span[] {
  const links = findLinks(text);
  const addresses = links.map((link) => addressSpan(text, link));
  let next = 0;
  const marks = [...text.matchAll(marked)].flatMap((match): Span[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    while ((links[next]?.end ?? text.length) < start) next += 1;
    let last = next;
    while ((links[last]?.end ?? text.length) < end) last += 1;
    const cutsAddress = (links[last]?.start ?? text.length) < end && links[last]?.end !== end;
    return cutsAddress ? [] : [{ start, end, node: (take) => toNode(match, take) }];
  });
  return [...marks, ...addresses].sort((a, b) => a.start - b.start);
}

// An image is not a link. The site shows nothing from other hosts, so its Markdown stays text.
const labelled = /(?<!!)\[([^[\]]{1,300})\]\($/;

/** An address, with its label where Markdown gives it one: `[label](https://…)`. */
function addressSpan(text: string, { start, end, url }: FoundLink): Span {
  const named = labelled.exec(text.slice(Math.max(0, start - 304), start));
  const label = named?.[1];
  if (named && label && text.charAt(end) === ")") {
    const opens = start - named[0].length;
    const node = (take: Take): PhrasingContent => ({
      type: "link",
      url,
      children: plain(label, take),
    });
    return { start: opens, end: end + 1, node };
  }
  const value = text.slice(start, end);
  return { start, end, node: () => ({ type: "link", url, children: [{ type: "text", value }] }) };
}

function toNode({ groups = {} }: RegExpMatchArray, take: Take): PhrasingContent {
  if (groups["code"] !== undefined) {
    return { type: "inlineCode", value: codeText(groups["code"], take) };
  }
  const strong = groups["strong"] ?? groups["initial"];
  if (strong !== undefined) return { type: "strong", children: nodes(strong, take) };
  const emphasised = groups["star"] ?? groups["line"] ?? "";
  return { type: "emphasis", children: nodes(emphasised, take) };
}

function codeText(value: string, take: Take): string {
  return value.replaceAll(lineMark, "_").replaceAll(formulaMark, () =>
    take(1)
      .map(({ value: tex }) => `$${tex}$`)
      .join(""),
  );
}

function plain(text: string, take: Take): PhrasingContent[] {
  const pieces = text.split(formulaMark);
  const formulas = take(pieces.length - 1);
  return pieces.flatMap((value, index) => {
    const formula = formulas[index - 1];
    return [
      ...(formula === undefined ? [] : [formula]),
      ...(value === "" ? [] : [{ type: "text" as const, value: value.replaceAll(lineMark, "_") }]),
    ];
  });
}
