import type { PaperEntry } from "../schemas/paper.ts";

type Counted = Pick<PaperEntry, "id" | "upvotes" | "comments">;

/** The papers that have upvotes or comments at a source: the most upvotes first, then the most comments. */
export function mostDiscussed<P extends Counted>(papers: readonly P[]): P[] {
  return papers.filter(isDiscussed).sort(byDiscussion);
}

/** The same with all other papers after them, in the order given. */
export function discussedFirst<P extends Counted>(papers: readonly P[]): P[] {
  return [...mostDiscussed(papers), ...papers.filter((paper) => !isDiscussed(paper))];
}

/** What decides the order of these papers: upvotes if any has some, otherwise comments. */
export function rankedBy(papers: readonly Pick<Counted, "upvotes">[]): "upvotes" | "comments" {
  return papers.some(({ upvotes = 0 }) => upvotes > 0) ? "upvotes" : "comments";
}

function isDiscussed({ upvotes = 0, comments = 0 }: Counted): boolean {
  return upvotes + comments > 0;
}

function byDiscussion(a: Counted, b: Counted): number {
  return (
    (b.upvotes ?? 0) - (a.upvotes ?? 0) ||
    (b.comments ?? 0) - (a.comments ?? 0) ||
    (a.id < b.id ? -1 : 1)
  );
}
