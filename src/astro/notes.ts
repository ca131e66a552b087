import { type ReadingList, readingList } from "../notes/reading-list.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { noteOfPaper, type PublishedNote, publishedNotes } from "../workspace/published-notes.ts";
import { archive } from "./archive.ts";
import { site, workspace } from "./settings.ts";

let read: ReturnType<typeof publishedNotes> | undefined;
let grouped: Promise<ReadingList> | undefined;

/** What stands above a note. */
export const noteTitle = site.author ? `Note by ${site.author}` : "Note";

/** The published note of a paper, if it has one that shows something. */
export async function noteOf(paper: PaperEntry): Promise<PublishedNote | undefined> {
  read ??= publishedNotes(workspace, site);
  return noteOfPaper(paper, await read);
}

/** Papers with a note, grouped; read once for all pages. */
export function owners(): Promise<ReadingList> {
  grouped ??= archive().then(async ({ papers }) => {
    const noted = await Promise.all(
      papers.map(async (paper) => ({ paper, marks: (await noteOf(paper))?.marks })),
    );
    return readingList(noted.flatMap(({ paper, marks }) => (marks ? [{ paper, marks }] : [])));
  });
  return grouped;
}
