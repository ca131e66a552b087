import type { Message } from "../../schemas/message.ts";
import type { CleanPaper } from "../clean-paper.ts";
import type { PaperRecords } from "./group-papers.ts";

/** The papers of a list of records. */
export interface KnownGroups {
  papers: KnownPaper[];
  messages: Message[];
}

interface KnownPaper extends Omit<PaperRecords, "records" | "note"> {
  /** The places of its records in the list; a record that lost a stray id as a whole. */
  records: (number | CleanPaper)[];
}
