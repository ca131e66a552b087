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
 * have many. Papers whose date could not be read are reported where that happened.
 */
export function reportUndated(
  papers: readonly Pick<Paper, "titleText" | "published" | "publishedIn" | "sources">[],
  reported: readonly Message[],
): Message[] {
  const known = new Set(
    reported.flatMap(({ rule, place }) =>
      rule === unreadDate.name && place ? [placeOf(place)] : [],
    ),
  );
  const undated = papers.flatMap(({ titleText, published, publishedIn, sources }) => {
    const [source] = sources.filter(({ format }) => references.has(format));
    const isDated = published !== undefined || publishedIn !== undefined;
    const isKnown = sources.some((one) => known.has(placeOf(one)));
    return source === undefined || isDated || isKnown ? [] : [{ title: titleText, source }];
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
