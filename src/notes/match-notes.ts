import type { PaperRecords } from "../ingest/identity/group-papers.ts";
import type { Message, Staged } from "../schemas/message.ts";
import type { Note } from "../schemas/note.ts";
import { duplicateNote, noteWithoutPaper, report } from "../schemas/rules.ts";
import { nearestIds } from "../text/nearest-ids.ts";
import { asciiFold } from "../text/slug.ts";

/** Which note is about which paper, and the notes that are papers of their own. */
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
  // A note with the paper's current id takes precedence over one with a former id.
  const inOrder = notes.toSorted(
    (a, b) => Number(byId.get(b.id)?.id === b.id) - Number(byId.get(a.id)?.id === a.id),
  );
  for (const note of inOrder) {
    const { title } = note.data;
    const titled = title === undefined ? [] : (byTitle.get(asciiFold(title)) ?? []);
    const paper = byId.get(note.id) ?? (titled.length === 1 ? titled[0] : undefined);
    const other = paper && value.noteOf.get(paper);
    const place = { file: note.file };
    if (paper && other) {
      messages.push(report(duplicateNote, { id: paper.id, other: other.file }, place));
    } else if (paper) value.noteOf.set(paper, note);
    else if (kept.has(note.id)) continue;
    else if (title !== undefined && !note.data.draft) value.alone.push(note);
    else if (title === undefined) {
      const params = { id: note.id, nearest: nearestIds(note.id, [...byId.keys()]) };
      messages.push(report(noteWithoutPaper, params, place));
    }
  }
  return { value, messages };
}
