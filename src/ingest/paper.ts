import type { Paragraph, PhrasingContent } from "mdast";
import type { PaperEntry, Provenance } from "../schemas/paper.ts";

/** One paper from all its records: an entry's facts, with its texts still as trees. */
export interface Paper
  extends Omit<PaperEntry, "title" | "topics" | "listed" | "published" | "schemaVersion"> {
  title: PhrasingContent[];
  abstract: Paragraph[];
  published?: string;
  listed: string[];
  /** Which of `sources` gave the texts. */
  textSources: { title: Provenance; abstract: Provenance };
}
