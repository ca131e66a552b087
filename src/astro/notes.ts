import { readingList as labels } from "../i18n/strings.ts";
import { noteNames } from "../notes/note-text.ts";
import type { PublishedNote } from "../notes/publish-note.ts";
import { type ReadingList, readingList } from "../notes/reading-list.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { noteOfPaper, publishedNotes } from "../workspace/published-notes.ts";
import { archive } from "./archive.ts";
import { reportMessages } from "./integrations/build-report.ts";
import { madeOnce } from "./made-once.ts";
import { site, topicName, workspace } from "./settings.ts";
import { lookup, whole } from "./traced.ts";

const published = madeOnce(["papers", "notes"], async () => {
  const { papers } = await archive();
  return publishedNotes(workspace, site, noteNames(papers, topicName), reportMessages);
});

/** The heading of a note. */
export const noteTitle = site.author ? labels.noteBy(site.author) : labels.note;

const notesOfPapers = lookup("note", ["papers", "notes"], async () => {
  const { byId } = await archive();
  const notes = await published();
  return (id) => {
    const paper = byId.get(id);
    return paper && noteOfPaper(paper, notes, site.notes);
  };
});

/** The published note of a paper, if it has one. */
export async function noteOf({ id }: PaperEntry): Promise<PublishedNote | undefined> {
  return (await notesOfPapers())(id);
}

const marksOfPapers = lookup("marks of a paper", ["papers", "notes"], async () => {
  const noteOfId = await notesOfPapers();
  return (id) => noteOfId(id)?.marks;
});

/** What the owner's note says of a paper besides its text. */
export async function marksOf({ id }: PaperEntry): Promise<PublishedNote["marks"]> {
  return (await marksOfPapers())(id);
}

/** The owner's reading list. It is made once for all pages. */
export const owners = whole(
  "reading list",
  ["papers", "notes"],
  async (): Promise<ReadingList> => {
    const { papers } = await archive();
    const notes = await published();
    const noted = papers.map((paper) => ({
      paper,
      marks: noteOfPaper(paper, notes, site.notes)?.marks,
    }));
    return readingList(noted.flatMap(({ paper, marks }) => (marks ? [{ paper, marks }] : [])));
  },
  (list) => list,
);
