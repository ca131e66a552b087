import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import { defined } from "../../schemas/defined.ts";
import type { PaperEntry } from "../../schemas/paper.ts";
import { titleContent } from "../inline-content.ts";
import type { Citation, TitlePart } from "./citation.ts";

/** The citation of a paper, with its absolute address and its abstract if given. */
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
  >,
  { address, abstract }: { address?: string | undefined; abstract?: string | undefined } = {},
): Citation {
  const { id, title, titleText, authors, ids, organization, venue, links, aliases } = paper;
  const { reference: work, citationKey } = paper;
  const key = citationKey === id || !keyOfBibtex.test(citationKey ?? "") ? undefined : citationKey;
  const published = paper.published ?? paper.publishedIn;
  return {
    id,
    title: titleParts(title),
    titleText,
    authors: authors.map(({ name }) => name),
    ...defined({ published, arxiv: ids.arxiv, doi: ids.doi }),
    ...defined({ organization: organization?.name, venue, key, work }),
    links: links.map(({ kind, url }) => ({ kind, url })),
    ...defined({ address, abstract }),
    aliases: [...aliases],
  };
}

// Other formats allow spaces and the like in a key, which would end an entry of BibTeX.
const keyOfBibtex = /^[\p{L}\p{N}:._+/-]{1,100}$/u;

// Without any of these characters, Markdown is plain text. Most titles are, and parsing them all
// would take most of the time.
const markup = /[$\\*_`~[\]<>&!#|\n]/;

function titleParts(markdown: string): TitlePart[] {
  if (!markup.test(markdown)) return [{ text: markdown }];
  const parts: TitlePart[] = [];
  const title: Root = { type: "root", children: titleContent(markdown) };
  visit(title, (node) => {
    if (node.type === "inlineMath") {
      parts.push({ math: node.value });
    } else if ("value" in node) {
      const last = parts.at(-1);
      if (last && "text" in last) last.text += node.value;
      else parts.push({ text: node.value });
    }
  });
  return parts;
}
