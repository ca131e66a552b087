import type { Paper } from "../ingest/paper.ts";

/** A paper with what its note says, and the names of the facts that the note gave. */
export interface Noted {
  paper: Paper;
  gave: string[];
}
