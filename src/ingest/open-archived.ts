import type { Paragraph } from "mdast";
import type { InlineMath } from "mdast-util-math";
import { visit } from "unist-util-visit";
import { inlineParagraphs, titleContent } from "../archive/inline-content.ts";
import { blockMarkdown } from "../archive/write-markdown.ts";
import { plainWords } from "../math/tree-text.ts";
import { defined } from "../schemas/defined.ts";
import type { Provenance } from "../schemas/paper.ts";
import { singleSpaces } from "../text/characters.ts";
import { doiField } from "../text/doi.ts";
import type { CleanPaper } from "./clean-paper.ts";
import { namedAuthors, namedReference, namedVenue, plainFacts, plainLine } from "./plain-facts.ts";
import type { ExportedPaper } from "./raw-paper.ts";
import type { MathPaper, TextMath } from "./restore-math.ts";

/**
 * Reads a paper of an exported archive. Its texts are Markdown already, but anybody may have written
 * them: like those of any source, they become words, emphasis, links, code and formulas.
 */
export function openArchived(
  { organization: _, annotation: _annotation, ...record }: Omit<MathPaper, "archived">,
  entry: ExportedPaper,
): CleanPaper {
  const { original, originalTitle } = entry;
  const math = { title: mathOf(entry, "title"), abstract: mathOf(entry, "abstract") };
  const title = titleContent(entry.title);
  const abstract = inlineParagraphs(record.printed.abstract);
  markRestored([{ type: "paragraph", children: title }], math.title);
  markRestored(abstract, math.abstract);
  return {
    ...record,
    title,
    titleText: singleSpaces(plainWords(title)),
    abstract,
    ...plainFacts(entry, plainLine),
    authors: namedAuthors(entry.authors, plainLine),
    ...defined({
      published: entry.published,
      publishedIn: entry.publishedIn,
      authorsCount: entry.authorsCount,
      venue: entry.venue && namedVenue(entry.venue, plainLine),
      reference: entry.reference && namedReference(entry.reference, plainLine),
      citationKey: entry.citationKey,
      added: entry.added,
      comments: entry.comments,
      upvotes: entry.upvotes,
      annotation: entry.annotation && blockMarkdown(inlineParagraphs(entry.annotation)).trim(),
      original,
      originalTitle,
    }),
    ids: defined({ arxiv: entry.ids.arxiv, doi: wholeDoi(entry.ids.doi) }),
    links: entry.links,
    inferred: entry.inferred,
    // Restored formulas are less certain than those of an undamaged source.
    damaged: entry.math.restored > 0,
    printed: {
      title: originalTitle ?? entry.title,
      abstract: original ?? record.printed.abstract,
    },
    math,
    archived: {
      ...defined({ id: entry.id }),
      listed: entry.listed,
      aliases: entry.aliases,
      sources: sourcesOf(entry, record.source),
    },
  };
}

function wholeDoi(written: string | undefined): string | undefined {
  const read = doiField(written ?? "");
  return read && "doi" in read ? read.doi : undefined;
}

/** Where the archive that was exported had the paper from; else the export itself. */
function sourcesOf({ sources }: ExportedPaper, own: Provenance): Provenance[] {
  const named = sources
    .map((source) => ({
      ...source,
      format: plainLine(source.format),
      file: plainLine(source.file),
    }))
    .filter(({ format, file }) => format !== "" && file !== "");
  return named.length > 0 ? named : [own];
}

/** An entry's facts about its formulas, for one of its texts. */
function mathOf({ math }: ExportedPaper, text: "title" | "abstract"): TextMath {
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
