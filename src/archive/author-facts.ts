import type { Author } from "../schemas/paper.ts";
import { type AuthorGroup, authorFinder } from "./authors.ts";
import { archiveDate } from "./order.ts";

/** What an author's page shows besides the papers. */
export interface AuthorFacts {
  /** Those with the most papers in common first. */
  coauthors: { author: Author; together: number }[];
  /** Most papers first. */
  topics: { id: string; count: number }[];
  /** Newest first. */
  years: { year: string; count: number }[];
}

/** Counts coauthors, topics and years of an author's papers. */
export function authorFacts(group: AuthorGroup): AuthorFacts {
  const { papers } = group;
  const isSelf = authorFinder([group]);
  const authors = new Map(
    papers.flatMap((paper) => paper.authors.map((author) => [keyOf(author), author] as const)),
  );
  const together = counts(
    papers.flatMap((paper) => [
      ...new Set(paper.authors.filter((author) => !isSelf(author)).map(keyOf)),
    ]),
  );
  return {
    coauthors: most(together).flatMap(([key, count]) => {
      const author = authors.get(key);
      return author ? [{ author, together: count }] : [];
    }),
    topics: most(counts(papers.flatMap(({ topics }) => topics.map(({ id }) => String(id))))).map(
      ([id, count]) => ({ id, count }),
    ),
    years: [...counts(papers.flatMap((paper) => archiveDate(paper)?.slice(0, 4) ?? []))]
      .sort(([a], [b]) => (a < b ? 1 : -1))
      .map(([year, count]) => ({ year, count })),
  };
}

function keyOf({ name, id = "" }: Author): string {
  return `${name}\n${id}`;
}

function counts(keys: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
  return found;
}

function most(found: ReadonlyMap<string, number>): [string, number][] {
  return [...found].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
}
