import { shortIdHash } from "./id-hash.ts";

/**
 * In how many pages the authors of few papers are. The number only ever doubles, so that a new paper does not move
 * authors from page to page.
 */
export function sharedAuthorPages(papers: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, papers / 64)));
}

/** The one of so many pages, counted from 1, that has the author with a key. */
export function pageOfAuthor(pages: number, key: string): number {
  return 1 + (shortIdHash(key) % pages);
}

/**
 * The pages to which authors of a page have moved each time when the number of pages doubled, since it was `first`: links
 * from elsewhere may be as old.
 */
export function laterAuthorPages(first: number, pages: number, page: number): number[] {
  const count = Math.max(0, Math.floor((pages - page) / first));
  return Array.from({ length: count }, (_, index) => page + (index + 1) * first);
}
