import { digestOfBytes } from "../ingest/memory.ts";
import type { TopicPaper } from "../ingest/paper.ts";
import { factsForIngest, hasFacts } from "../notes/facts-for-ingest.ts";
import { defined } from "../schemas/defined.ts";
import type { Note } from "../schemas/note.ts";
import type { NoteOnDisk } from "./read-notes.ts";

/** What an ingest took from a note. */
export interface KnownNote {
  file: string;
  /** A digest of the facts in it. */
  facts: string;
  /** The id of the paper that has it, which is then in the lists of the note. */
  paper?: string;
  /** The note as it was, if it has facts. */
  text?: string;
}

/** What an ingest took from sound notes to make these papers. */
export function knownNotes(
  notes: readonly NoteOnDisk[],
  papers: readonly TopicPaper[],
): KnownNote[] {
  const used = new Map(papers.flatMap(({ id, note }) => (note ? [[note.file, id]] : [])));
  return notes.flatMap((one) => (one.note ? [knownNote(one, one.note, used.get(one.path))] : []));
}

/** What an ingest takes from the note of a paper, or from one that no paper has. */
export function knownNote(file: NoteOnDisk, note: Note, paper: string | undefined): KnownNote {
  const facts = digestOfBytes(factsForIngest(file, note));
  const text = hasFacts(note) ? file.text : undefined;
  return { file: file.path, facts, ...defined({ paper, text }) };
}
