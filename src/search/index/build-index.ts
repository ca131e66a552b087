import { type ArchiveFacts, archiveFacts } from "./archive-facts.ts";
import { type ArchiveWords, archiveWords } from "./archive-words.ts";
import { type Authorship, authorshipOf } from "./authorship.ts";
import { GrowingNumbers } from "./growing-numbers.ts";
import { type IndexedWords, wordsOfPapers } from "./indexed-words.ts";
import { invert, type KeyIndex } from "./key-index.ts";
import { KnownCompounds } from "./known-compounds.ts";
import { type Names, namesOf, stopNamesOf } from "./names.ts";
import { type FieldPositions, KeyLayout } from "./paper-keys.ts";
import { unpackTerms } from "./paper-terms.ts";
import {
  groupPapers,
  type KeepCentres,
  type PaperGroup,
  PaperVectors,
  type WordVectors,
} from "./paper-vectors.ts";
import type { SearchSource } from "./record.ts";

/**
 * Everything that is written for the search of an archive, but for what results show. Lists of papers are
 * in the order of paper numbers.
 */
export interface SearchIndex extends ArchiveFacts, ArchiveWords {
  /** Where the keys of papers are. */
  words: KeyIndex;
  /** How many names `authorship` has. */
  authors: number;
  authorship: Authorship;
  names: Names;
  stopNames: string[];
  /** The papers in groups of papers that are alike. */
  groups: PaperGroup[];
}

/**
 * Builds the index of papers, which get their numbers from the order given. Their texts are not read if
 * `indexed` has their words. Pure, but for new texts in the table of `indexed` and what `keepCentres` keeps.
 */
export function buildIndex(
  sources: readonly SearchSource[],
  topicName: (id: string) => string,
  wordVectors: WordVectors = new Map(),
  indexed: IndexedWords = wordsOfPapers(sources, topicName),
  keepCentres?: KeepCentres,
): SearchIndex {
  const { table, terms } = indexed;
  const words = archiveWords(terms, table);
  const { index, fields } = indexOf(sources, indexed, words.frequent);
  const authorship = authorshipOf(sources);
  const names = namesOf(sources, indexed.names);
  const vectors = new PaperVectors(wordVectors, table);
  return {
    ...archiveFacts(sources, fields, topicName),
    ...words,
    words: index,
    authors: authorship.names.length,
    authorship,
    names,
    stopNames: stopNamesOf(names),
    groups: groupPapers(
      terms.map((one) => vectors.of(unpackTerms(one))),
      keepCentres,
    ),
  };
}

/** The inverted index of papers, and where their fields end. */
function indexOf(
  sources: readonly SearchSource[],
  { table, terms, compounds }: IndexedWords,
  frequent: readonly string[],
): { index: KeyIndex; fields: FieldPositions[] } {
  const ofCompounds = compounds.of(terms, new KnownCompounds(terms, table));
  const layout = new KeyLayout(table, frequent);
  const keys = new GrowingNumbers();
  const ends = new GrowingNumbers();
  const fields = sources.map(({ paper }, number) => {
    const own = terms[number];
    const others = ofCompounds[number];
    if (!own || !others) throw new RangeError(`Paper ${number} has no words.`);
    const positions = layout.add(paper, unpackTerms(own), others, keys);
    ends.push(keys.length);
    return positions;
  });
  return { index: invert({ keys, ends }, table), fields };
}
