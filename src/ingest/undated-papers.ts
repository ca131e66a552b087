import type { Message } from "../schemas/message.ts";
import type { Provenance } from "../schemas/paper.ts";
import { report, undatedPapers, unreadDate } from "../schemas/rules.ts";
import type { Paper } from "./paper.ts";

/** The formats whose records should say when a paper appeared. */
const references = new Set([
  "bibtex",
  "ris",
  "csl-json",
  "zotero-json",
  "openreview",
  "semantic-scholar",
  "reading-list-yaml",
]);

/**
 * Reports papers of references that have no date: one message for each file, because a bibliography may
 * have many. Not papers whose date could not be read, which is reported where that happened, or whose date
 * the owner removed by a note.
 */
export function reportUndated(
  papers: readonly Pick<
    Paper,
    "titleText" | "published" | "publishedIn" | "textSources" | "note"
  >[],
  reported: readonly Message[],
): Message[] {
  const known = new Set(
    reported.flatMap(({ rule, place }) =>
      rule === unreadDate.name && place ? [placeOf(place)] : [],
    ),
  );
  const undated = papers.flatMap(({ titleText, published, publishedIn, textSources, note }) => {
    const { source } = textSources.title;
    const isRemoved = note?.data.corrections.published === null;
    const isDated = published !== undefined || publishedIn !== undefined || isRemoved;
    const isOther = !references.has(source.format) || known.has(placeOf(source));
    return isDated || isOther ? [] : [{ title: titleText, source }];
  });
  const byFile = Map.groupBy(undated, ({ source }) => source.file);
  return [...byFile].map(([file, all]) => {
    const inOrder = all.toSorted((a, b) => a.source.line - b.source.line);
    const titles = inOrder.map(({ title }) => title);
    return report(undatedPapers, { titles }, { file, line: inOrder[0]?.source.line ?? 1 });
  });
}

function placeOf({ file, line }: Partial<Provenance>): string {
  return `${file}:${line}`;
}
