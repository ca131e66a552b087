import type { PaperEntry } from "../schemas/paper.ts";
import { paperActions } from "./paper-actions.ts";

/** The source of a paper's upvotes and comments. */
interface CountedBy {
  format: string;
  /** The day of the source's list that has them, where it is a list of a day. */
  list: string | undefined;
  /** The day on which they were read, where the source's file says so. */
  read: string | undefined;
}

/**
 * The source that gave a paper's upvotes and comments; undefined if there are none. Both grow, so readers
 * need to know when they were counted.
 */
export function countedBy({
  upvotes,
  comments,
  sources,
  listed,
}: Pick<PaperEntry, "upvotes" | "comments" | "sources" | "listed">): CountedBy | undefined {
  if (upvotes === undefined && comments === undefined) return undefined;
  const byOwner = sources.find(
    ({ format, gave = [] }) =>
      format === "note" && (gave.includes("upvotes") || gave.includes("comments")),
  );
  if (byOwner) return { format: byOwner.format, list: undefined, read: undefined };
  // Counts only grow, and the largest is the paper's, so its list is the last one.
  const lists = sources.filter(({ format }) => format.startsWith("daily-papers"));
  const last = lists.toSorted((a, b) => ((a.listed ?? "") < (b.listed ?? "") ? -1 : 1)).at(-1);
  const source = last ?? sources[0];
  return (
    source && { format: source.format, list: source.listed ?? listed.at(-1), read: source.read }
  );
}

/** The page of the source that counts a paper's upvotes and comments; undefined where that is not known. */
export function countedAt(
  paper: Parameters<typeof countedBy>[0] & Parameters<typeof paperActions>[0],
): string | undefined {
  if (!countedBy(paper)?.format.startsWith("daily-papers")) return undefined;
  return paperActions(paper).actions.find(({ kind }) => kind === "huggingface")?.url;
}
