import type { Note, NoteFile } from "../schemas/note.ts";
import { listsOfMarks, marksOf } from "./reading-list.ts";
import { splitNote } from "./split-note.ts";

/**
 * All that an ingest takes from a note besides its marks, as a text: two notes with the same facts give the same
 * entries and messages. The owner's text is none of them, nor are status, rating and day of reading, but lines of
 * facts are.
 */
export function factsForIngest({ text }: NoteFile, { data }: Note): string {
  const { status: _, rating: __, readOn: ___, tags: ____, ...facts } = data;
  const { draft, sameAs, differentFrom, corrections, ...own } = facts;
  const hasFacts =
    [sameAs, differentFrom, Object.keys(own), Object.keys(corrections)].flat().length > 0;
  return JSON.stringify([facts, hasFacts ? splitNote(text).yaml : ""]);
}

/** The paths of the lists that a note puts its paper into. */
export function listsOfNote({ data, body }: Note): string[] {
  return data.draft ? [] : listsOfMarks(marksOf(data, body));
}
