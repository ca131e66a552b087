/** Files of the search, under the site's root. All are packed by gzip. */

/** Pagefind's word index. */
export const wordsFolder = "pagefind/index";

/** The file that is read first; it names the version of the others. */
export const searchRoot = "search/parts/archive.bin";

/** What results show: a file for some papers. */
export function blockPath(version: string, block: number): string {
  return `search/parts/${version}/${block}.bin`;
}

/** How often the words of a large file of the word index stand in papers, without their places. */
export function mentionsPath(version: string, chunk: string): string {
  return `search/parts/${version}/mentions/${chunk}.bin`;
}

/** Who wrote which papers. */
export function authorshipPath(version: string): string {
  return `search/parts/${version}/authors.bin`;
}

/** The archive's words, for correcting a query: a file for some words, in their order. */
export function vocabularyPath(version: string, part: number): string {
  return `search/parts/${version}/words/${part}.bin`;
}
