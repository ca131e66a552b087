/** How many papers a list shows before it is split. */
export const papersOnAPage = 50;

/** One page of a list: 1-based number, how many there are, and what is on it. */
export interface Page<T> {
  number: number;
  of: number;
  items: T[];
}

/** Splits a list; an empty one is one empty page. */
export function pagesOf<T>(items: readonly T[], size = papersOnAPage): Page<T>[] {
  const of = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: of }, (_, index) => ({
    number: index + 1,
    of,
    items: items.slice(index * size, (index + 1) * size),
  }));
}
