import type { AssignedTopic } from "../../schemas/paper.ts";

/** What the stage needs to know of a paper. */
export interface TopicalPaper {
  titleText: string;
  abstractText: string;
  /** The source's own keywords. */
  keywords?: readonly string[] | undefined;
  /** The source's own categories, such as arXiv's `cs.CL`. */
  categories?: readonly string[] | undefined;
  /** Collections of a reference manager, such as `Bees/Wild bees`. */
  collections?: readonly string[] | undefined;
  /** Whether the keywords are those by which someone filed the paper, as in a library of references. */
  isFiled?: boolean | undefined;
  /** The journal or the conference. It is evidence only if there is no abstract. */
  venue?: string | undefined;
}

/** What speaks for a topic: the phrase as the paper has it, and where. */
export type Evidence = AssignedTopic["evidence"][number];
/** The part of a paper in which evidence is. */
export type Where = Evidence["where"];

/** A piece of evidence for a topic. */
export interface Item {
  worth: number;
  weak: boolean;
  evidence: Evidence;
}
