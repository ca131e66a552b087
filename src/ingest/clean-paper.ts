import type { Paragraph, PhrasingContent } from "mdast";
import type { PaperLink, Provenance } from "../schemas/paper.ts";
import type { TextKeys } from "./identity/text-keys.ts";
import type { MathPaper } from "./restore-math.ts";

/** A record whose texts are Markdown trees, ready to be merged. */
export interface CleanPaper
  extends Omit<MathPaper, "title" | "abstract" | "annotation" | "archived"> {
  title: PhrasingContent[];
  /** The title's plain form. */
  titleText: string;
  abstract: Paragraph[];
  /** By what it is found among other records, once that is known. */
  textKeys?: TextKeys;
  /** Markdown. */
  annotation?: string;
  links: PaperLink[];
  /** The abstract as the source prints it, where formulas were restored or corrected in it. */
  original?: string;
  /** The same for the title. */
  originalTitle?: string;
  /** What an exported archive knows about the paper in addition to the facts of one source. */
  archived?: ArchivedFacts;
}

/** What an earlier export already decided about a paper. Former ids are in `aliases`. */
export interface ArchivedFacts {
  id?: string;
  listed: string[];
  aliases: string[];
  sources: Provenance[];
}
