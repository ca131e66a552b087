import { readingList as labels } from "../i18n/strings.ts";
import { noteNames } from "../notes/note-text.ts";
import type { PublishedNote } from "../notes/publish-note.ts";
import { type ReadingList, readingList } from "../notes/reading-list.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { noteOfPaper, publishedNotes } from "../workspace/published-notes.ts";
import { archive } from "./archive.ts";
import { site, topicName, workspace } from "./settings.ts";

let published: ReturnType<typeof publishedNotes> | undefined;
let grouped: Promise<ReadingList> | undefined;

/** The heading of a note. */
export const noteTitle = site.author ? labels.noteBy(site.author) : labels.note;

/** The published note of a paper, if it has one. */
export async function noteOf(paper: PaperEntry): Promise<PublishedNote | undefined> {
  published ??= archive().then(({ papers }) =>
    publishedNotes(workspace, site, noteNames(papers, topicName)),
  );
  return noteOfPaper(paper, await published, site.notes);
}

/** The owner's reading list. It is made once for all pages. */
export function owners(): Promise<ReadingList> {
  grouped ??= archive().then(async ({ papers }) => {
    const noted = await Promise.all(
      papers.map(async (paper) => ({ paper, marks: (await noteOf(paper))?.marks })),
    );
    return readingList(noted.flatMap(({ paper, marks }) => (marks ? [{ paper, marks }] : [])));
  });
  return grouped;
}
