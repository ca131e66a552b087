import type { Paper } from "../ingest/paper.ts";

/** A paper after its note was applied, and the names of the facts that the note gave. */
export interface Noted {
  paper: Paper;
  gave: string[];
}
