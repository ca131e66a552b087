import type { Note, NoteFile } from "../schemas/note.ts";
import { listsOfMarks, marksOf } from "./reading-list.ts";
import { splitNote } from "./split-note.ts";

/**
 * All that an ingest takes from a note besides its marks, as a text: two notes with the same facts give the same
 * entries and messages. The owner's text is none of them, nor are status, rating and day of reading, but lines of
 * facts are.
 */
export function factsForIngest({ text }: NoteFile, note: Note): string {
  const { status: _, rating: __, readOn: ___, tags: ____, ...facts } = note.data;
  return JSON.stringify([facts, hasFacts(note) ? splitNote(text).yaml : ""]);
}

/** Whether a note says anything about its paper but marks. */
export function hasFacts({ data }: Pick<Note, "data">): boolean {
  const { status: _, rating: __, readOn: ___, tags: ____, draft: _____, ...facts } = data;
  const { sameAs, differentFrom, corrections, ...own } = facts;
  return [sameAs, differentFrom, Object.keys(own), Object.keys(corrections)].flat().length > 0;
}

/** Whether a note says which papers are the same, or which ids its paper has. */
export function isAboutIdentity({ data }: Pick<Note, "data">): boolean {
  const { sameAs, differentFrom, ids, corrections } = data;
  return sameAs.length + differentFrom.length > 0 || ids !== undefined || "ids" in corrections;
}

/** The paths of the lists that a note puts its paper into. */
export function listsOfNote({ data, body }: Note): string[] {
  return data.draft ? [] : listsOfMarks(marksOf(data, body));
}
