import type { Paragraph, PhrasingContent } from "mdast";
import type { Note } from "../schemas/note.ts";
import type { AssignedTopic, PaperEntry, Provenance } from "../schemas/paper.ts";
import type { TextMath } from "./restore-math.ts";

/** One paper from all its records: an entry's facts, with its texts still as trees. */
export interface Paper
  extends Omit<
    PaperEntry,
    "title" | "topics" | "listed" | "published" | "added" | "schemaVersion"
  > {
  title: PhrasingContent[];
  abstract: Paragraph[];
  published?: string;
  added?: string;
  listed: string[];
  /** Where the texts come from; `annotation` only where there is one. */
  textSources: { title: TextSource; abstract: TextSource; annotation?: Provenance };
  /** The owner's note about the paper. */
  note?: Note;
}

/** Where a paper's title or abstract comes from. */
export interface TextSource {
  source: Provenance;
  /** The text as its source prints it. */
  printed: string;
  math: TextMath;
}

/** A paper with its topics: everything that goes into its entry. */
export interface TopicPaper extends Paper {
  topics: AssignedTopic[];
}
