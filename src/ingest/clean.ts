import type { Paragraph, PhrasingContent } from "mdast";
import { partsOf } from "../archive/citations/citation-of.ts";
import { namesIn } from "../archive/citations/title-words.ts";
import { withoutLinks } from "../archive/inline-content.ts";
import { blockMarkdown } from "../archive/write-markdown.ts";
import { plainWords } from "../math/tree-text.ts";
import { defined } from "../schemas/defined.ts";
import type { PaperLink } from "../schemas/paper.ts";
import type { ReferenceFacts } from "../schemas/reference-facts.ts";
import { soundTexts } from "../schemas/sound-texts.ts";
import { singleSpaces, visibleCharacters, withoutControls } from "../text/characters.ts";
import { markedText } from "../text/clean-text.ts";
import { parseInline } from "../text/inline-markdown.ts";
import { paperLinks } from "../text/links.ts";
import { isTooMuchMarkup } from "../text/markup-limits.ts";
import { withoutProtection } from "../text/tex/case-braces.ts";
import { cleanField } from "./clean-field.ts";
import type { CleanPaper } from "./clean-paper.ts";
import { formulaNode } from "./formula-node.ts";
import { openArchived } from "./open-archived.ts";
import { namedAuthors, namedReference, namedVenue, plainFacts } from "./plain-facts.ts";
import type { MarkedText, MathPaper } from "./restore-math.ts";

/**
 * Cleans a record's texts into Markdown and finds the links in its abstract. Afterwards no text has
 * half characters.
 */
export function clean({ archived, ...paper }: MathPaper): CleanPaper {
  return soundTexts(archived ? openArchived(paper, archived) : cleanTexts(paper));
}

function cleanTexts(paper: Omit<MathPaper, "archived">): CleanPaper {
  const { words, formulas } = paper.title;
  const title = inline({ words: withoutProtection(words), formulas }).flatMap(withoutLinks);
  const abstract = paragraphs(paper.abstract);
  const {
    venue,
    reference,
    annotation,
    exportedAs,
    organization: _,
    aiSummary: __,
    ...rest
  } = paper;
  return {
    ...rest,
    title,
    titleText: titleWords(title),
    abstract,
    ...plainFacts(paper, cleanField),
    authors: namedAuthors(paper.authors, cleanField),
    ...defined({
      venue: venue && namedVenue(venue, cleanField),
      reference: reference && withNamesIn(title, namedReference(reference, cleanField)),
      original:
        paper.math.abstract.spans.length > 0 ? withoutControls(paper.printed.abstract) : undefined,
      annotation: annotation && (blockMarkdown(paragraphs(annotation)).trim() || undefined),
      originalTitle:
        paper.math.title.spans.length > 0 ? withoutControls(paper.printed.title) : undefined,
    }),
    links: mergeLinks(paper.links, linksIn(abstract)),
    ...(exportedAs ? { archived: { ...exportedAs, listed: [], sources: [paper.source] } } : {}),
  };
}

/** A reference that says only of those words of the title that they are names which do not show it. */
function withNamesIn(
  title: readonly PhrasingContent[],
  reference: ReferenceFacts | undefined,
): ReferenceFacts | undefined {
  if (reference?.properNames === undefined) return reference;
  const { properNames, ...others } = reference;
  const names = namesIn(partsOf(title), properNames);
  if (names.length > 0) return { ...others, properNames: names };
  return Object.keys(others).length > 0 ? others : undefined;
}

function paragraphs(texts: readonly MarkedText[]): Paragraph[] {
  return texts
    .map(inline)
    .filter((children) => children.length > 0)
    .map((children) => ({ type: "paragraph", children }));
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

/** Links given by the source keep their kind, even if the text has the same address. */
function mergeLinks(given: PaperLink[], found: PaperLink[]): PaperLink[] {
  const known = new Set(given.map(({ url }) => url.replace(/\/$/, "")));
  return [...given, ...found.filter(({ url }) => !known.has(url.replace(/\/$/, "")))];
}

function inline({ words, formulas }: MarkedText): PhrasingContent[] {
  if (formulas.length === 0 && isTooMuchMarkup(words)) {
    // As code, because nothing in it means anything then.
    const value = singleSpaces(visibleCharacters(words));
    return value === "" ? [] : [{ type: "inlineCode", value }];
  }
  const text = markedText({ words, formulas });
  return stopsAtLinks(parseInline(text.words, text.formulas.map(formulaNode)));
}

/** Removes a space between an address and a full stop. */
function stopsAtLinks(nodes: PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node, index) => {
    if (node.type !== "text" || nodes[index - 1]?.type !== "link") return node;
    return { ...node, value: node.value.replace(/^\s+(?=[.,;:](?:\s+[^.\s]|\s*$))/, "") };
  });
}

function urls(children: PhrasingContent[]): string[] {
  return children.flatMap((node) => {
    if (node.type === "link") return [node.url];
    return "children" in node ? urls(node.children) : [];
  });
}
