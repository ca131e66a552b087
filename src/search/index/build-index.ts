import { type ArchiveFacts, archiveFacts } from "./archive-facts.ts";
import { type ArchiveWords, archiveWords } from "./archive-words.ts";
import { type Authorship, authorshipOf } from "./authorship.ts";
import { keysOfCompounds, type PackedCompounds } from "./compound-keys.ts";
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
import { settledPapers } from "./settled.ts";

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
  /** The names of the authors of settled papers, and of recent ones. */
  names: Names;
  recentNames: Names;
  stopNames: string[];
  /** How many papers are settled: those with the first numbers. */
  settled: number;
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
  const settled = settledPapers(sources.length);
  const words = archiveWords(terms, table, settled);
  const { index, fields } = indexOf(sources, indexed, words.frequent);
  const authorship = authorshipOf(sources);
  const names = namesOf(sources.slice(0, settled), indexed.names);
  const recentNames = namesOf(sources.slice(settled), indexed.names, settled);
  const vectors = new PaperVectors(wordVectors, table);
  return {
    ...archiveFacts(sources, fields, topicName),
    ...words,
    words: index,
    authors: authorship.names.length,
    authorship,
    names,
    recentNames,
    stopNames: [...new Set([names, recentNames].flatMap(stopNamesOf))].sort(),
    settled,
    groups: groupPapers(
      terms.map((one) => vectors.of(unpackTerms(one))),
      keepCentres,
      settled,
    ),
  };
}

/**
 * The keys that papers have by compounds: settled papers by those of settled papers, so that new papers do not change them,
 * and recent papers by those of all papers.
 */
function compoundsOf({
  table,
  terms,
  compounds,
}: Omit<IndexedWords, "names">): readonly PackedCompounds[] {
  const first = settledPapers(terms.length);
  const [settled, recent] = [terms.slice(0, first), terms.slice(first)];
  const ofSettled = compounds.of(settled, new KnownCompounds(settled, table));
  if (recent.length === 0) return ofSettled;
  const known = new KnownCompounds(terms, table);
  return [...ofSettled, ...recent.map((own) => keysOfCompounds(own, known))];
}

/** The inverted index of papers, and where their fields end. */
function indexOf(
  sources: readonly SearchSource[],
  { table, terms, compounds }: IndexedWords,
  frequent: readonly string[],
): { index: KeyIndex; fields: FieldPositions[] } {
  const ofCompounds = compoundsOf({ table, terms, compounds });
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
