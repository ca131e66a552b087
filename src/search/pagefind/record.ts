import { indexLanguage } from "./write-chunks.ts";

/** A paper as Pagefind indexes it. */
export interface PagefindRecord {
  url: string;
  language: string;
  content: string;
}

/** Represents a word that is not indexed: Pagefind only counts its position. */
export const positionGap = "-";

/** The record of a paper. Its content is the paper's keys; their positions determine the fields. */
export function toRecord({ id, keys }: { id: string; keys: readonly string[] }): PagefindRecord {
  return { url: id, language: indexLanguage, content: keys.join(" ") };
}
