import type { Paragraph, PhrasingContent } from "mdast";
import type { Author, PaperLink } from "../schemas/paper.ts";
import type { MarkedText, MathPaper } from "./restore-math.ts";
import { singleBlanks, visibleCharacters } from "./text/characters.ts";
import { parseInline } from "./text/inline-markdown.ts";
import { findLinks, paperLinks } from "./text/links.ts";
import { plainText } from "./text/plain-text.ts";
import { texDashes, texQuotes, texTies } from "./text/punctuation.ts";
import { unescapeTex } from "./text/tex-escapes.ts";

/** A record whose texts are Markdown trees, ready to be merged. */
export interface CleanPaper extends Omit<MathPaper, "title" | "abstract"> {
  title: PhrasingContent[];
  titleText: string;
  abstract: Paragraph[];
  links: PaperLink[];
}

/** Cleans a record's texts into Markdown and finds the links in its abstract. */
export function clean(paper: MathPaper): CleanPaper {
  const title = inline(paper.title).flatMap(withoutLinks);
  const abstract = paper.abstract
    .map(inline)
    .filter((children) => children.length > 0)
    .map((children): Paragraph => ({ type: "paragraph", children }));
  const found = abstract.flatMap(({ children }) => urls(children));
  return {
    ...paper,
    title,
    titleText: singleBlanks(plainText(title)),
    abstract,
    authors: paper.authors.map(cleanAuthor),
    links: mergeLinks(paper.links, paperLinks(found)),
  };
}

/** A title is shown inside a link to its paper, and a link holds no other. */
function withoutLinks(node: PhrasingContent): PhrasingContent[] {
  if (node.type === "link") return node.children.flatMap(withoutLinks);
  if (node.type !== "strong" && node.type !== "emphasis") return [node];
  return [{ ...node, children: node.children.flatMap(withoutLinks) }];
}

function cleanAuthor(author: Author): Author {
  return { ...author, name: cleanWords(author.name) };
}

/** Links given by a source keep its kind; the same address found in the text is not another link. */
function mergeLinks(given: PaperLink[], found: PaperLink[]): PaperLink[] {
  const known = new Set(given.map(({ url }) => url.replace(/\/$/, "")));
  return [...given, ...found.filter(({ url }) => !known.has(url.replace(/\/$/, "")))];
}

function inline({ words, formulas }: MarkedText): PhrasingContent[] {
  return stopsAtLinks(parseInline(cleanWords(words), formulas.map(singleBlanks)));
}

/** Authors set a blank before a full stop so that nobody copies it with the address; it goes. */
function stopsAtLinks(nodes: PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node, index) => {
    if (node.type !== "text" || nodes[index - 1]?.type !== "link") return node;
    return { ...node, value: node.value.replace(/^\s+(?=[.,;:](?:\s+[^.\s]|\s*$))/, "") };
  });
}

/** The words of a text without TeX's ways of writing; formulas' marks are kept. */
export function cleanWords(words: string): string {
  const marks = words.split("\uFFFC").map(visibleCharacters).join("\uFFFC");
  const unescaped = texQuotes(unescapeTex(marks));
  return singleBlanks(outsideLinks(unescaped, (text) => texTies(texDashes(text))));
}

/** Changes a text outside its web addresses, and sets those apart from words that ran into them. */
function outsideLinks(text: string, change: (text: string) => string): string {
  let changed = "";
  let at = 0;
  for (const { start, end } of findLinks(text)) {
    changed += change(text.slice(at, start));
    if (/[\p{L}\p{N}.,;:]$/u.test(changed)) changed += " ";
    changed += text.slice(start, end);
    at = end;
    if (/^[\p{L}\p{N}]/u.test(text.slice(at)) || /^\.\p{Lu}/u.test(text.slice(at))) {
      const stop = text.startsWith(".", at) ? 1 : 0;
      changed += `${text.slice(at, at + stop)} `;
      at += stop;
    }
  }
  return changed + change(text.slice(at));
}

function urls(children: PhrasingContent[]): string[] {
  return children.flatMap((node) => {
    if (node.type === "link") return [node.url];
    return "children" in node ? urls(node.children) : [];
  });
}
