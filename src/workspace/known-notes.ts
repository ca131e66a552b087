import { digestOfBytes } from "../ingest/memory.ts";
import type { TopicPaper } from "../ingest/paper.ts";
import { factsForIngest } from "../notes/facts-for-ingest.ts";
import type { Note } from "../schemas/note.ts";
import type { NoteOnDisk } from "./read-notes.ts";

/** What an ingest took from a note. */
export interface KnownNote {
  file: string;
  /** A digest of the facts in it. */
  facts: string;
  /** Whether a paper has it, which is then in the lists of the note. */
  isOfPaper: boolean;
}

/** What an ingest took from sound notes to make these papers. */
export function knownNotes(
  notes: readonly NoteOnDisk[],
  papers: readonly TopicPaper[],
): KnownNote[] {
  const used = new Set(papers.flatMap(({ note }) => note?.file ?? []));
  return notes.flatMap((one) => (one.note ? [knownNote(one, one.note, used.has(one.path))] : []));
}

/** What an ingest takes from a note. */
export function knownNote(file: NoteOnDisk, note: Note, isOfPaper: boolean): KnownNote {
  const facts = digestOfBytes(factsForIngest(file, note));
  return { file: file.path, facts, isOfPaper };
}
