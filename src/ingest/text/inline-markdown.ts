import type { PhrasingContent } from "mdast";
import { formulaMark } from "./characters.ts";
import { findLinks } from "./links.ts";

/**
 * Markdown that a source's prose holds already: `**strong**`, `*emphasis*`, `_emphasis_`,
 * `` `code` `` and web addresses. Narrower than CommonMark by design: damaged formulas are full of
 * lone `*` and `_`, so a pair counts only around words and with blanks or punctuation outside.
 * Everything else is text. Formula marks become the formulas, in order.
 */
export function parseInline(text: string, formulas: readonly string[]): PhrasingContent[] {
  const queue = [...formulas];
  return nodes(text, (count) => queue.splice(0, count));
}

type Take = (count: number) => string[];

const outsideBefore = String.raw`(?<![\p{L}\p{N}*_\\^${"`"}])`;
const outsideAfter = String.raw`(?![\p{L}\p{N}*_${"`"}])`;
const marked = new RegExp(
  [
    String.raw`(?<!${"`"})${"`"}(?<code>[^${"`"}\n]{1,200})${"`"}(?!${"`"})`,
    String.raw`${outsideBefore}\*\*(?<strong>[^\s*](?:[^*]{0,300}?[^\s*])?)\*\*${outsideAfter}`,
    String.raw`${outsideBefore}\*(?<star>\p{L}(?:[^*]{0,300}?[\p{L}\p{N}.!?])?)\*${outsideAfter}`,
    String.raw`${outsideBefore}_(?<line>\p{L}(?:[^_*]{0,300}?[\p{L}\p{N}.!?])?)_${outsideAfter}`,
  ].join("|"),
  "gu",
);

function nodes(text: string, take: Take): PhrasingContent[] {
  const found: PhrasingContent[] = [];
  const links = findLinks(text);
  let at = 0;
  let link = links.shift();
  marked.lastIndex = 0;
  const marks = [...text.matchAll(marked)];
  let mark = marks.shift();
  while (link || mark) {
    if (mark && (!link || mark.index < link.start)) {
      const end = mark.index + mark[0].length;
      // A mark that begins before an address and ends inside it is no mark.
      if (mark.index >= at && !(link && end > link.start && end < link.end)) {
        found.push(...plain(text.slice(at, mark.index), take), toNode(mark, take));
        at = end;
      }
      mark = marks.shift();
    } else if (link) {
      if (link.start >= at) {
        found.push(...plain(text.slice(at, link.start), take));
        found.push({
          type: "link",
          url: link.url,
          children: [{ type: "text", value: text.slice(link.start, link.end) }],
        });
        at = link.end;
      }
      link = links.shift();
    }
  }
  return [...found, ...plain(text.slice(at), take)];
}

function toNode({ groups = {} }: RegExpMatchArray, take: Take): PhrasingContent {
  if (groups["code"] !== undefined) {
    return { type: "inlineCode", value: codeText(groups["code"], take) };
  }
  const strong = groups["strong"];
  if (strong !== undefined) return { type: "strong", children: nodes(strong, take) };
  const emphasised = groups["star"] ?? groups["line"] ?? "";
  return { type: "emphasis", children: nodes(emphasised, take) };
}

function codeText(value: string, take: Take): string {
  return value.replaceAll(formulaMark, () =>
    take(1)
      .map((tex) => `$${tex}$`)
      .join(""),
  );
}

function plain(text: string, take: Take): PhrasingContent[] {
  const pieces = text.split(formulaMark);
  const formulas = take(pieces.length - 1);
  return pieces.flatMap((value, index) => {
    const formula = formulas[index - 1];
    return [
      ...(formula === undefined ? [] : [{ type: "inlineMath" as const, value: formula }]),
      ...(value === "" ? [] : [{ type: "text" as const, value }]),
    ];
  });
}
