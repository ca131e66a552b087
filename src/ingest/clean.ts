import type { Paragraph, PhrasingContent } from "mdast";
import { plainWords } from "../math/tree-text.ts";
import type { Author, PaperLink, Provenance, Venue } from "../schemas/paper.ts";
import { formulaMark, singleBlanks, visibleCharacters } from "../text/characters.ts";
import { parseInline } from "../text/inline-markdown.ts";
import { paperLinks } from "../text/links.ts";
import { texDashes, texQuotes, texTies } from "../text/punctuation.ts";
import { outsideLinks, plainLinks } from "../text/set-apart-links.ts";
import { unescapeTex } from "../text/tex-escapes.ts";
import { texFonts } from "../text/tex-fonts.ts";
import type { MarkedText, MathPaper } from "./restore-math.ts";

/** A record whose texts are Markdown trees, ready to be merged. */
export interface CleanPaper extends Omit<MathPaper, "title" | "abstract" | "archived"> {
  title: PhrasingContent[];
  titleText: string;
  abstract: Paragraph[];
  links: PaperLink[];
  /** What an archive that was exported tells of the paper beside the facts of one source. */
  archived?: ArchivedFacts;
}

export interface ArchivedFacts {
  id: string;
  listed: string[];
  aliases: string[];
  sources: Provenance[];
}

/** Cleans a record's texts into Markdown and finds the links in its abstract. */
export function clean(paper: MathPaper): CleanPaper {
  const title = inline(paper.title).flatMap(withoutLinks);
  const abstract = paper.abstract
    .map(inline)
    .filter((children) => children.length > 0)
    .map((children): Paragraph => ({ type: "paragraph", children }));
  const found = abstract.flatMap(({ children }) => urls(children));
  const { venue: told, ...rest } = paper;
  const venue = told && cleanVenue(told);
  return {
    ...rest,
    title,
    titleText: singleBlanks(plainWords(title)),
    abstract,
    // A name without a sign that can be seen is none.
    authors: paper.authors.map(cleanAuthor).filter(({ name }) => name !== ""),
    ...(venue ? { venue } : {}),
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

/** Undefined where its name has no sign that can be seen. */
function cleanVenue({ kind, name: told, ...parts }: Venue): Venue | undefined {
  const name = cleanWords(told);
  if (name === "") return undefined;
  const words = Object.entries(parts).map(
    ([part, text]) => [part, cleanWords(text ?? "")] as const,
  );
  return {
    kind,
    name,
    ...Object.fromEntries(words.filter(([, text]) => text !== "")),
  };
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
  const visible = words.split(formulaMark).map(visibleCharacters).join(formulaMark);
  // One line first: where a source breaks its lines must not change what its signs mean.
  const unescaped = texQuotes(unescapeTex(texFonts(plainLinks(singleBlanks(visible)))));
  return singleBlanks(outsideLinks(unescaped, (text) => texTies(texDashes(text))));
}

function urls(children: PhrasingContent[]): string[] {
  return children.flatMap((node) => {
    if (node.type === "link") return [node.url];
    return "children" in node ? urls(node.children) : [];
  });
}
