import type { Authorship } from "../index/authorship.ts";
import type { ArchiveFile, Counts } from "../index/columns.ts";
import type { Facts } from "../index/facts.ts";
import type { LexiconPart } from "../index/lexicon.ts";
import type { NamedPapers } from "../index/names.ts";
import type { PackedDirection, PackedVector } from "../index/packed-vectors.ts";
import type { Vocabulary } from "../index/vocabulary.ts";
import type { WordIndex } from "./word-index.ts";

/**
 * What a search uses: the archive's facts, its words, and parts that are loaded only when needed.
 */
export interface SearchContext {
  archive: ArchiveFile;
  words: WordIndex;
  /** The archive's words, or the parts of them that may have words with one of these prefixes. */
  vocabulary: (prefixes?: readonly string[]) => Promise<Vocabulary>;
  /** Whether a stem is that of a common English word. */
  isEnglish: (stem: string) => Promise<boolean>;
  /** The parts of the lexicon that may have names that begin with one of these keys, and their vectors. */
  lexicon: (keys: readonly string[]) => Promise<LexiconPart>;
  /** The common directions of the groups of papers. */
  centres: () => Promise<readonly PackedVector[]>;
  /** The directions of the papers of a group, by their numbers. */
  group: (number: number) => Promise<ReadonlyMap<number, PackedDirection>>;
  /** The facts by which papers are filtered and counted. */
  facts: () => Promise<Facts>;
  authorship: () => Promise<Authorship>;
  /** By which papers are only sorted. */
  counts: () => Promise<Counts>;
  /** The names of authors that have a word, with their papers. */
  names: (word: string) => Promise<readonly NamedPapers[]>;
  /** Ids of the papers in the reader's own lists. */
  lists: { saved: () => ReadonlySet<string>; read: () => ReadonlySet<string> };
}
