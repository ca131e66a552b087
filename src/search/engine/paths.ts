import { isChunkPath } from "../pagefind/chunk-files.ts";

// Files of the search, by their paths under the site's root. Each is compressed with gzip.

/** Where everything but Pagefind's chunks is. */
const folder = "search/parts";

/** The file that is read first; it names the version of the others. */
export const searchRoot = `${folder}/archive.bin`;

/** The folder of all files of a version but the first. */
export function partsFolder(version: string): string {
  return `${folder}/${version}`;
}

/** The texts that results show: one file for a few papers. */
export function blockPath(version: string, block: number): string {
  return `${folder}/${version}/${block}.bin`;
}

/** The term frequencies of a large chunk of the word index, without positions. */
export function termFrequenciesPath(version: string, chunk: string): string {
  return `${folder}/${version}/frequencies/${chunk}.bin`;
}

/** Who wrote which papers. */
export function authorshipPath(version: string): string {
  return `${folder}/${version}/authors.bin`;
}

/** The authors' names with their papers: one file for some words, in their order. */
export function namesPath(version: string, part: number): string {
  return `${folder}/${version}/names/${part}.bin`;
}

/** The stems of English words, which are no typing errors: one file for some, in their order. */
export function englishPath(version: string, part: number): string {
  return `${folder}/${version}/english/${part}.bin`;
}

/** The archive's vocabulary, for spelling correction: one file for some words, in their order. */
export function vocabularyPath(version: string, part: number): string {
  return `${folder}/${version}/words/${part}.bin`;
}

/** The common directions of the groups of papers, by which a search chooses groups. */
export function centresPath(version: string): string {
  return `${folder}/${version}/vectors/centres.bin`;
}

/** The vectors of the papers of a group. */
export function groupPath(version: string, group: number): string {
  return `${folder}/${version}/vectors/${group}.bin`;
}

/** What others call the field's terms, and the vectors of words: one file for some, in their order. */
export function lexiconPath(version: string, part: number): string {
  return `${folder}/${version}/lexicon/${part}.bin`;
}

/** Whether a path under the site's root is that of a file of the search. */
export function isSearchPath(path: string): boolean {
  return path.startsWith(`${folder}/`) || isChunkPath(path);
}
