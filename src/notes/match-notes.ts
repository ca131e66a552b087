import type { PaperRecords } from "../ingest/identity/group-papers.ts";
import type { Message, Staged } from "../schemas/message.ts";
import type { Note } from "../schemas/note.ts";
import { nearestIds } from "../text/nearest-ids.ts";
import { asciiFold } from "../text/slug.ts";

/** Which note is about which paper, and the notes that stand alone as papers. */
export interface NotesOfPapers {
  noteOf: Map<PaperRecords, Note>;
  alone: Note[];
}

/**
 * Finds each note's paper: by id, then by a former id, then by the title that the note gives. `kept`
 * are the ids of entries that stay although no seed has their paper.
 */
export function matchNotes(
  notes: readonly Note[],
  papers: readonly PaperRecords[],
  kept: ReadonlySet<string>,
): Staged<NotesOfPapers> {
  const messages: Message[] = [];
  const value: NotesOfPapers = { noteOf: new Map(), alone: [] };
  const byId = new Map<string, PaperRecords>([
    ...papers.flatMap((paper) => paper.aliases.map((alias) => [alias, paper] as const)),
    ...papers.map((paper) => [paper.id, paper] as const),
  ]);
  const byTitle = Map.groupBy(papers, ({ titleText }) => asciiFold(titleText));
  // A note with the paper's present id comes before one with a former id.
  const inOrder = notes.toSorted(
    (a, b) => Number(byId.get(b.id)?.id === b.id) - Number(byId.get(a.id)?.id === a.id),
  );
  for (const note of inOrder) {
    const { title } = note.data;
    const titled = title === undefined ? [] : (byTitle.get(asciiFold(title)) ?? []);
    const paper = byId.get(note.id) ?? (titled.length === 1 ? titled[0] : undefined);
    const other = paper && value.noteOf.get(paper);
    if (paper && other) messages.push(twice(note, other, paper));
    else if (paper) value.noteOf.set(paper, note);
    else if (kept.has(note.id)) continue;
    else if (title !== undefined && !note.data.draft) value.alone.push(note);
    else if (title === undefined) messages.push(unknown(note, [...byId.keys()]));
  }
  return { value, messages };
}

function twice(note: Note, other: Note, { id }: PaperRecords): Message {
  return {
    rule: "note-twice",
    severity: "error",
    reason: `This note and ${other.file} tell of one paper, "${id}"; this one was left out.`,
    place: { file: note.file },
    hint: `Move its text into ${other.file}, and delete it.`,
  };
}

function unknown({ id, file }: Note, ids: string[]): Message {
  const near = nearestIds(id, ids);
  const named =
    near.length > 0
      ? `Rename the file after the paper's id; the nearest are ${near.join(", ")}. Or give`
      : "Rename the file after the paper's id, the last part of its address. Or give";
  return {
    rule: "note-unknown",
    severity: "error",
    reason: `No paper has the id "${id}", so this note belongs to nothing; it was left out.`,
    place: { file },
    hint: `${named} the note a title, and it stands alone as a paper.`,
  };
}
