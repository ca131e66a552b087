/** A paper as Pagefind indexes it. */
export interface PagefindRecord {
  url: string;
  language: string;
  content: string;
}

/**
 * The language under which Pagefind files the records. Pagefind does not stem or split the words of
 * an undetermined language: `normalise` has done both, in the same way as for the query.
 */
export const indexLanguage = "und";

/** Represents a word that is not indexed: Pagefind only counts its position. */
export const positionGap = "-";

/** The record of a paper. Its content is the paper's keys; their positions determine the fields. */
export function toRecord({ id, keys }: { id: string; keys: readonly string[] }): PagefindRecord {
  return { url: id, language: indexLanguage, content: keys.join(" ") };
}
