import type { Paragraph, PhrasingContent } from "mdast";
import { parseMarkdown } from "../archive/render-markdown.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import type { CleanPaper } from "./clean.ts";
import type { RawPaper } from "./raw-paper.ts";
import type { TextMath } from "./restore-math.ts";

/** A record of an exported archive: its texts are read back as the Markdown that they are. */
export function openArchived(raw: RawPaper, entry: PaperEntry): CleanPaper {
  const { id, title, titleText, published, publishedIn, original, originalTitle } = entry;
  const { authorsCount, organization, venue, comments, upvotes } = entry;
  return {
    ...raw,
    title: paragraphsOf(title).flatMap(({ children }) => children),
    titleText,
    abstract: paragraphsOf(raw.abstract),
    ...(published === undefined ? {} : { published }),
    ...(publishedIn === undefined ? {} : { publishedIn }),
    authors: entry.authors,
    ...(authorsCount === undefined ? {} : { authorsCount }),
    ...(organization === undefined ? {} : { organization }),
    ...(venue === undefined ? {} : { venue }),
    ...(comments === undefined ? {} : { comments }),
    ...(upvotes === undefined ? {} : { upvotes }),
    ids: {
      ...(entry.ids.arxiv === undefined ? {} : { arxiv: entry.ids.arxiv }),
      ...(entry.ids.doi === undefined ? {} : { doi: entry.ids.doi }),
    },
    links: entry.links,
    keywords: entry.keywords,
    categories: entry.categories,
    inferred: entry.inferred,
    // Restored formulas are less sure than those of a source that never damaged them.
    damaged: entry.math.restored > 0,
    math: { title: mathOf(entry, "title"), abstract: mathOf(entry, "abstract") },
    ...(original === undefined ? {} : { original }),
    ...(originalTitle === undefined ? {} : { originalTitle }),
    archived: { id, listed: entry.listed, aliases: entry.aliases, sources: entry.sources },
  };
}

/** What an entry tells of its formulas, told for one of its texts. */
function mathOf({ math }: PaperEntry, text: "title" | "abstract"): TextMath {
  const { spans = [], left, corrected = 0 } = math;
  // Of those left and corrected the entry counts both texts together.
  const counts = text === "abstract";
  return {
    spans: spans.filter(({ where }) => where === text).map(({ where: _, ...span }) => span),
    left: counts ? Array.from({ length: left }, () => "") : [],
    corrected: counts ? corrected : 0,
  };
}

function paragraphsOf(markdown: string): Paragraph[] {
  return parseMarkdown(markdown).children.map((node): Paragraph => {
    if (node.type === "paragraph") return node;
    // Entries hold paragraphs only; what else a hand put into a file stays as text.
    const value = "value" in node ? node.value : "";
    const children: PhrasingContent[] = [{ type: "text", value }];
    return { type: "paragraph", children };
  });
}
