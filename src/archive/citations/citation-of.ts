import type { PhrasingContent } from "mdast";
import { defined } from "../../schemas/defined.ts";
import type { PaperEntry } from "../../schemas/paper.ts";
import { inlineParagraphs, titleContent } from "../inline-content.ts";
import { type Citation, keyOf, type TextPart } from "./citation.ts";

/** What a citation has only where it is given: the absolute address, the abstract's Markdown, keywords. */
interface More {
  address?: string | undefined;
  abstract?: string | undefined;
  keywords?: readonly string[];
}

/** The citation of a paper. Without `keywords` it has nothing that only its owner may see. */
export function citationOf(
  paper: Pick<
    PaperEntry,
    | "id"
    | "title"
    | "titleText"
    | "authors"
    | "published"
    | "publishedIn"
    | "ids"
    | "organization"
    | "venue"
    | "reference"
    | "citationKey"
    | "links"
    | "aliases"
    | "categories"
  >,
  { address, abstract, keywords = [] }: More = {},
): Citation {
  const { id, title, titleText, authors, ids, organization, venue, links, aliases } = paper;
  const { reference: work } = paper;
  const key = keyOf(paper);
  const published = paper.published ?? paper.publishedIn;
  return {
    id,
    title: titleParts(title, titleText),
    titleText,
    authors: authors.map(({ name }) => name),
    ...defined({ published, arxiv: ids.arxiv, doi: ids.doi, primaryClass: primaryClassOf(paper) }),
    ...defined({
      organization: organization?.name,
      organizationHandle: organization?.handle,
      venue,
      key,
      work,
    }),
    links: links.map(({ kind, url }) => ({ kind, url })),
    ...defined({ address, abstract: abstract ? paragraphsOf(abstract) : undefined }),
    ...(keywords.length > 0 ? { keywords: [...keywords] } : {}),
    aliases: [...aliases],
  };
}

/** Only arXiv has categories by which its papers are known, `math.GT` or `hep-th`. */
function primaryClassOf({
  ids,
  categories: [first = ""],
}: Pick<PaperEntry, "ids" | "categories">): string | undefined {
  const isOfArxiv = ids.arxiv !== undefined && /^[a-z-]+(?:\.[A-Za-z-]+)?$/.test(first);
  return isOfArxiv ? first : undefined;
}

/** The parts of a title; its plain form if Markdown makes nothing of it, as of two dollars alone. */
function titleParts(title: string, titleText: string): TextPart[] {
  const parts = isPlain(title) ? [{ text: title }] : partsOf(titleContent(title));
  return parts.every(isBlank) ? [{ text: titleText }] : parts;
}

function isBlank(part: TextPart): boolean {
  if ("mark" in part) return part.parts.every(isBlank);
  return ("math" in part ? part.math : part.text).trim() === "";
}

// Without any of these characters, Markdown is plain text. Most titles are, and parsing them all
// would take most of the time.
const markup = /[$\\*_`~[\]<>&!#|\n]/;

function isPlain(markdown: string): boolean {
  return !markup.test(markdown);
}

function paragraphsOf(markdown: string): TextPart[][] {
  if (isPlain(markdown)) return [[{ text: markdown.trim() }]];
  return inlineParagraphs(markdown).map(({ children }) => partsOf(children));
}

/** The parts of a text. */
export function partsOf(nodes: readonly PhrasingContent[]): TextPart[] {
  const parts: TextPart[] = [];
  for (const part of nodes.flatMap(partOf)) {
    const last = parts.at(-1);
    if ("text" in part && last && "text" in last) last.text += part.text;
    else parts.push("text" in part ? { text: part.text } : part);
  }
  return parts;
}

function partOf(node: PhrasingContent): TextPart[] {
  switch (node.type) {
    case "inlineMath":
      return [{ math: node.value }];
    case "inlineCode":
      return [{ mark: "code", parts: [{ text: node.value }] }];
    case "emphasis":
    case "strong":
      return [{ mark: node.type, parts: partsOf(node.children) }];
    case "link": {
      const label = partsOf(node.children);
      const [only] = label;
      const isBare =
        label.length === 1 && only && "text" in only && saysAddress(only.text, node.url);
      // No format has links with labels.
      return isBare ? [{ text: only.text }] : [...label, { text: ` (${node.url})` }];
    }
    default:
      return "value" in node ? [{ text: node.value }] : [];
  }
}

function saysAddress(text: string, url: string): boolean {
  const bare = (address: string) => address.replace(/^https?:\/\//, "").replace(/\/$/, "");
  return bare(text) === bare(url);
}
