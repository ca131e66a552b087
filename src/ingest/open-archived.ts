import type { Paragraph, PhrasingContent } from "mdast";
import type { InlineMath } from "mdast-util-math";
import { visit } from "unist-util-visit";
import { parseMarkdown } from "../archive/render-markdown.ts";
import { defined } from "../schemas/defined.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { singleSpaces } from "../text/characters.ts";
import type { CleanPaper } from "./clean-paper.ts";
import type { MathPaper, TextMath } from "./restore-math.ts";

/** Reads a paper of an exported archive, whose texts are Markdown already. */
export function openArchived(record: Omit<MathPaper, "archived">, entry: PaperEntry): CleanPaper {
  const { original, originalTitle, ids } = entry;
  const math = { title: mathOf(entry, "title"), abstract: mathOf(entry, "abstract") };
  const titled = paragraphsOf(entry.title);
  const abstract = paragraphsOf(record.printed.abstract);
  markRestored(titled, math.title);
  markRestored(abstract, math.abstract);
  return {
    ...record,
    title: titled.flatMap(({ children }) => children),
    titleText: entry.titleText,
    abstract,
    authors: entry.authors,
    ...defined({
      published: entry.published,
      publishedIn: entry.publishedIn,
      authorsCount: entry.authorsCount,
      organization: entry.organization,
      venue: entry.venue,
      comments: entry.comments,
      upvotes: entry.upvotes,
      original,
      originalTitle,
    }),
    ids: defined({ arxiv: ids.arxiv, doi: ids.doi }),
    links: entry.links,
    keywords: entry.keywords,
    categories: entry.categories,
    inferred: entry.inferred,
    // Restored formulas are less certain than those of an undamaged source.
    damaged: entry.math.restored > 0,
    printed: {
      title: originalTitle ?? entry.title,
      abstract: original ?? record.printed.abstract,
    },
    math,
    archived: {
      id: entry.id,
      listed: entry.listed,
      aliases: entry.aliases,
      sources: entry.sources,
    },
  };
}

/** An entry's facts about its formulas, for one of its texts. */
function mathOf({ math }: PaperEntry, text: "title" | "abstract"): TextMath {
  const { spans = [], left, corrected = 0 } = math;
  // The entry counts those left and corrected for both texts together.
  const counts = text === "abstract";
  return {
    spans: spans.filter(({ where }) => where === text).map(({ where: _, ...span }) => span),
    left: counts ? Array.from({ length: left }, () => "") : [],
    corrected: counts ? corrected : 0,
  };
}

/** Marks the restored formulas of a parsed text, which are in the order of the spans. */
function markRestored(text: Paragraph[], { spans }: TextMath): void {
  let formulas: InlineMath[] = [];
  visit({ type: "root", children: text }, "inlineMath", (node) => {
    formulas.push(node);
  });
  for (const restored of spans) {
    const at = formulas.findIndex(({ value }) => value === singleSpaces(restored.latex));
    const formula = formulas[at];
    if (formula) formula.data = { source: restored.text, restored };
    formulas = formulas.slice(at + 1);
  }
}

function paragraphsOf(markdown: string): Paragraph[] {
  return parseMarkdown(markdown).children.map((node): Paragraph => {
    if (node.type === "paragraph") return node;
    // Entries consist of paragraphs; anything else that a person added stays as text.
    const value = "value" in node ? node.value : "";
    const children: PhrasingContent[] = [{ type: "text", value }];
    return { type: "paragraph", children };
  });
}
