import { formatHelp, type Postings } from "./index-chunk.ts";

/**
 * Checks that Pagefind numbered the papers in the order in which it got them, which it does not
 * promise: `ownKeys` has a key for each paper that no other paper has. Throws an Error that names the
 * first paper with another number, since the search page would show wrong papers.
 */
export function checkNumbers(
  chunks: readonly ReadonlyMap<string, Postings>[],
  ownKeys: readonly string[],
): void {
  for (const [number, key] of ownKeys.entries()) {
    const papers = chunks.flatMap((words) => words.get(key)?.papers ?? []);
    if (papers.length === 1 && papers[0] === number) continue;
    const found = papers.length === 0 ? "is not in" : `has the number ${papers.join(", ")} in`;
    throw new Error(`The paper with the number ${number} ${found} Pagefind's index. ${formatHelp}`);
  }
}
