import type { Staged } from "../schemas/message.ts";
import type { Note } from "../schemas/note.ts";
import type { CleanPaper } from "./clean-paper.ts";
import type { PaperRecords } from "./identity/group-papers.ts";
import type { OwnersJoin } from "./identity/same-paper.ts";
import type { Paper, TopicPaper } from "./paper.ts";

/**
 * What the chain needs from the owner's notes. `src/notes/` implements it, one floor up; without
 * notes the chain runs with `noNotes`.
 */
export interface OwnersNotes {
  /**
   * Matches notes to papers before these are merged. `kept` are the ids of entries that stay although
   * no seed has their paper.
   */
  match(papers: readonly PaperRecords[], kept: ReadonlySet<string>): Staged<MatchedNotes>;
  /** Applies a paper's note, if it has one, to its texts and facts. */
  correct(paper: Paper): Staged<Paper>;
  /** Applies it to the paper's topics. `known` are the ids of all topics. */
  correctTopics(paper: TopicPaper, known: readonly string[]): Staged<TopicPaper>;
}

/** What notes say about the identity of papers. */
export interface MatchedNotes {
  noteOf: ReadonlyMap<PaperRecords, Note>;
  /** The ids of records whose ids a note corrects. */
  ids: ReadonlyMap<CleanPaper, CleanPaper["ids"]>;
  /** Records that belong to one paper. */
  joins: readonly OwnersJoin[];
  /** Papers whose only source is a note. */
  alone: readonly PaperRecords[];
}

const nothing: MatchedNotes = { noteOf: new Map(), ids: new Map(), joins: [], alone: [] };

/** For an owner without notes. */
export const noNotes: OwnersNotes = {
  match: () => ({ value: nothing, messages: [] }),
  correct: (paper) => ({ value: paper, messages: [] }),
  correctTopics: (paper) => ({ value: paper, messages: [] }),
};
