import type { Paragraph, PhrasingContent } from "mdast";
import { plainWords } from "../math/tree-text.ts";
import { defined } from "../schemas/defined.ts";
import type { Author, PaperLink, Venue } from "../schemas/paper.ts";
import { formulaMark, singleSpaces, visibleCharacters } from "../text/characters.ts";
import { parseInline } from "../text/inline-markdown.ts";
import { paperLinks } from "../text/links.ts";
import { texDashes, texQuotes, texTies } from "../text/punctuation.ts";
import { outsideLinks, plainLinks } from "../text/set-apart-links.ts";
import { unescapeTex } from "../text/tex-escapes.ts";
import { texFonts } from "../text/tex-fonts.ts";
import type { CleanPaper } from "./clean-paper.ts";
import { formulaNode } from "./formula-node.ts";
import { openArchived } from "./open-archived.ts";
import type { MarkedText, MathPaper } from "./restore-math.ts";

/** Cleans a record's texts into Markdown and finds the links in its abstract. */
export function clean({ archived, ...paper }: MathPaper): CleanPaper {
  if (archived) return openArchived(paper, archived);
  const title = inline(paper.title).flatMap(withoutLinks);
  const abstract = paper.abstract
    .map(inline)
    .filter((children) => children.length > 0)
    .map((children): Paragraph => ({ type: "paragraph", children }));
  const { venue, ...rest } = paper;
  return {
    ...rest,
    title,
    titleText: titleWords(title),
    abstract,
    // A name without a visible character is not a name.
    authors: paper.authors.map(cleanAuthor).filter(({ name }) => name !== ""),
    ...defined({
      venue: venue && cleanVenue(venue),
      original: paper.math.abstract.spans.length > 0 ? paper.printed.abstract : undefined,
      originalTitle: paper.math.title.spans.length > 0 ? paper.printed.title : undefined,
    }),
    links: mergeLinks(paper.links, linksIn(abstract)),
  };
}

/** The plain form of a title. */
export function titleWords(title: PhrasingContent[]): string {
  return singleSpaces(plainWords(title));
}

/** The links in an abstract, each once. */
export function linksIn(abstract: readonly Paragraph[]): PaperLink[] {
  return paperLinks(abstract.flatMap(({ children }) => urls(children)));
}

/** Words of a source, without formulas, as Markdown. */
export function cleanInline(words: string): PhrasingContent[] {
  return inline({ words, formulas: [] });
}

/** A title is shown inside of a link to its paper, and links cannot be nested. */
function withoutLinks(node: PhrasingContent): PhrasingContent[] {
  if (node.type === "link") return node.children.flatMap(withoutLinks);
  if (node.type !== "strong" && node.type !== "emphasis") return [node];
  return [{ ...node, children: node.children.flatMap(withoutLinks) }];
}

function cleanAuthor(author: Author): Author {
  return { ...author, name: cleanWords(author.name) };
}

/** Undefined if the name has no visible character. */
function cleanVenue({ kind, name: printed, ...details }: Venue): Venue | undefined {
  const name = cleanWords(printed);
  if (name === "") return undefined;
  const words = Object.entries(details).map(
    ([detail, text]) => [detail, cleanWords(text ?? "")] as const,
  );
  return { kind, name, ...Object.fromEntries(words.filter(([, text]) => text !== "")) };
}

/** Links given by the source keep their kind, even if the text has the same address. */
function mergeLinks(given: PaperLink[], found: PaperLink[]): PaperLink[] {
  const known = new Set(given.map(({ url }) => url.replace(/\/$/, "")));
  return [...given, ...found.filter(({ url }) => !known.has(url.replace(/\/$/, "")))];
}

function inline({ words, formulas }: MarkedText): PhrasingContent[] {
  return stopsAtLinks(parseInline(cleanWords(words), formulas.map(formulaNode)));
}

/** Removes a space between an address and a full stop. */
function stopsAtLinks(nodes: PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node, index) => {
    if (node.type !== "text" || nodes[index - 1]?.type !== "link") return node;
    return { ...node, value: node.value.replace(/^\s+(?=[.,;:](?:\s+[^.\s]|\s*$))/, "") };
  });
}

/** Replaces TeX in words with plain Unicode. The marks of formulas stay. */
export function cleanWords(words: string): string {
  const visible = words.split(formulaMark).map(visibleCharacters).join(formulaMark);
  // Joins lines first, because line breaks in a source must not change what its characters mean.
  const unescaped = texQuotes(unescapeTex(texFonts(plainLinks(singleSpaces(visible)))));
  return singleSpaces(outsideLinks(unescaped, (text) => texTies(texDashes(text))));
}

function urls(children: PhrasingContent[]): string[] {
  return children.flatMap((node) => {
    if (node.type === "link") return [node.url];
    return "children" in node ? urls(node.children) : [];
  });
}
