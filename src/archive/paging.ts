/** The number of papers on a page of a list. */
export const papersOnAPage = 50;

/** The same where rows have no abstracts, as in topics of a large archive. */
export const shortOnAPage = 100;

/** The same where rows are brief, as in months and years of a large archive. */
export const briefOnAPage = 150;

/** The number of names on a page of an index. */
export const namesOnAPage = 300;

/** One page of a list: its number from 1, the number of pages, the place of its first item in the list, and its items. */
export interface Page<T> {
  number: number;
  of: number;
  start: number;
  items: T[];
}

/** Splits a list into pages. An empty list has one empty page. */
export function pagesOf<T>(items: readonly T[], size = papersOnAPage): Page<T>[] {
  const of = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: of }, (_, index) => ({
    number: index + 1,
    of,
    start: index * size,
    items: items.slice(index * size, (index + 1) * size),
  }));
}
