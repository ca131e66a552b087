import type { OwnersNotes } from "../ingest/owners-notes.ts";
import type { Macros } from "../math/macros.ts";
import type { TopicId } from "../schemas/identifiers.ts";
import type { Note } from "../schemas/note.ts";
import { applyNote } from "./apply-note.ts";
import { correctTopics } from "./correct-topics.ts";
import { correctedIds } from "./corrected-ids.ts";
import { matchNotes } from "./match-notes.ts";
import { withoutMacros } from "./note-macros.ts";
import { papersOfNotes } from "./note-record.ts";
import { joinsOf } from "./same-as.ts";

/**
 * The owner's notes as the chain applies them, their formulas without the owner's macros. `moved` has the topics
 * that have the papers of others now.
 */
export function ownersNotes(
  given: readonly Note[],
  macros: Macros = {},
  moved: ReadonlyMap<string, TopicId> = new Map(),
): OwnersNotes {
  const notes = given.map((note) => withoutMacros(note, macros));
  return {
    match: (papers, kept) => {
      const matched = matchNotes(notes, papers, kept);
      const joins = joinsOf(matched.value, papers, kept);
      const alone = papersOfNotes(matched.value.alone);
      const { noteOf } = matched.value;
      return {
        value: { noteOf, ids: correctedIds(noteOf), joins: joins.value, alone: alone.value },
        messages: [matched, joins, alone].flatMap(({ messages }) => messages),
      };
    },
    correct: applyNote,
    correctTopics: (paper, known) => correctTopics(paper, known, moved),
  };
}
