import type { Message } from "../schemas/message.ts";
import type { Provenance } from "../schemas/paper.ts";
import { brief } from "../schemas/rules/rule.ts";
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

type Undated = Pick<
  Paper,
  "titleText" | "published" | "publishedIn" | "textSources" | "note" | "citationKey"
>;

/**
 * Reports papers of references that have no date: one message for each file, because a bibliography may
 * have many. Not papers whose date could not be read, which is reported where that happened, or whose date
 * the owner removed by a note.
 */
export function reportUndated(papers: readonly Undated[], reported: readonly Message[]): Message[] {
  const unread = Map.groupBy(
    reported.filter(({ rule }) => rule === unreadDate.name),
    ({ place }) => placeOf(place ?? {}),
  );
  const undated = Map.groupBy(papers.filter(isUndated), sourceOf);
  const unsaid = [...undated].flatMap(([place, all]) => {
    const messages = unread.get(place) ?? [];
    // A file may have all of its records on one line.
    if (all.length <= messages.length) return [];
    return all.filter((paper) => !messages.some((message) => isAbout(message, paper)));
  });
  const byFile = Map.groupBy(unsaid, ({ textSources }) => textSources.title.source.file);
  return [...byFile].map(([file, all]) => {
    const inOrder = all
      .map(({ titleText, textSources }) => ({ title: titleText, ...textSources.title.source }))
      .toSorted((a, b) => a.line - b.line || (a.record ?? 1) - (b.record ?? 1));
    const titles = inOrder.map(({ title }) => title);
    return report(undatedPapers, { titles }, { file, line: inOrder[0]?.line ?? 1 });
  });
}

/** Whether a paper of a reference has no date, although its owner did not remove it. */
export function isUndated({ published, publishedIn, textSources, note }: Undated): boolean {
  const isRemoved = note?.data.corrections.published === null;
  const isDated = published !== undefined || publishedIn !== undefined || isRemoved;
  return !isDated && references.has(textSources.title.source.format);
}

/** Whether a message names a paper, by its title or key. */
function isAbout({ reason }: Message, { textSources, citationKey }: Undated): boolean {
  return [textSources.title.printed, citationKey]
    .filter((name) => name !== undefined)
    .some((name) => reason.includes(`"${brief(name)}"`));
}

function sourceOf({ textSources }: Undated): string {
  return placeOf(textSources.title.source);
}

function placeOf({ file, line }: Partial<Provenance>): string {
  return `${file}:${line}`;
}
