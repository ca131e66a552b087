import type { PaperEntry } from "../schemas/paper.ts";

const namesShown = 3;

/**
 * Who wrote a paper, in a few words: names where the source gives them, else their number.
 * Undefined where it gives neither.
 */
export function authorsLine({
  authors,
  authorsCount,
}: Pick<PaperEntry, "authors" | "authorsCount">): string | undefined {
  if (authors.length > 0) {
    const names = authors.slice(0, namesShown).map(({ name }) => name);
    return names.join(", ") + (authors.length > namesShown ? " and others" : "");
  }
  if (authorsCount === undefined) return undefined;
  return `${authorsCount} author${authorsCount === 1 ? "" : "s"}`;
}
