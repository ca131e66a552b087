import type { Authorship } from "../index/authorship.ts";
import type { ArchiveFile } from "../index/columns.ts";
import type { Vocabulary } from "../index/vocabulary.ts";
import type { WordIndex } from "./word-index.ts";

/** What a search works on: the archive's facts, its words, and what is fetched only when needed. */
export interface SearchSite {
  archive: ArchiveFile;
  words: WordIndex;
  /** The archive's words, or only those with one of these beginnings and what lies near them. */
  vocabulary: (starts?: readonly string[]) => Promise<Vocabulary>;
  authorship: () => Promise<Authorship>;
  /** Ids of the papers in the reader's own lists. */
  lists: { saved: () => ReadonlySet<string>; read: () => ReadonlySet<string> };
}
