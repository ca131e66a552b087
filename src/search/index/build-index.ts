import { placeInTime } from "../../archive/order.ts";
import { type Authorship, authorshipOf } from "./authorship.ts";
import { type Columns, dateFlag, dayNumber, hasCode, hasNotes, statusFlag } from "./columns.ts";
import { knownCompounds } from "./compounds.ts";
import { frequentWords } from "./frequent-pairs.ts";
import { type Names, namesOf, stopNamesOf } from "./names.ts";
import { groupPapers, type PaperGroup, paperVector, type WordVectors } from "./paper-vectors.ts";
import {
  type IndexedPaper,
  indexedPaper,
  type PaperWords,
  paperWords,
  type SearchSource,
} from "./record.ts";
import { type ResultPaper, resultPaper } from "./result-documents.ts";
import { type Vocabulary, vocabularyOf } from "./vocabulary.ts";

/**
 * Everything that is written for the search of an archive. Lists of papers are in the order of
 * paper numbers.
 */
export interface SearchIndex {
  papers: IndexedPaper[];
  resultPapers: ResultPaper[];
  columns: Columns;
  topics: [id: string, name: string][];
  organizations: string[];
  sources: string[];
  /** How many names `authorship` has. */
  authors: number;
  authorship: Authorship;
  names: Names;
  stopNames: string[];
  pairs: string[];
  frequent: string[];
  vocabulary: Vocabulary;
  /** The papers in groups of papers that are alike. */
  groups: PaperGroup[];
}

/** Builds the index of papers, which get their numbers from the order given. Pure. */
export function buildIndex(
  sources: readonly SearchSource[],
  topicName: (id: string) => string,
  wordVectors: WordVectors = new Map(),
): SearchIndex {
  const words = sources.map((source) => paperWords(source, topicName));
  const known = knownCompounds(words.flatMap(({ title, abstract }) => [title, abstract]));
  const frequent = new Set(
    frequentWords(words.flatMap(({ title, abstract, extras }) => [title, abstract, extras])),
  );
  const papers = sources.map((source, number) => {
    const ownWords = words[number];
    if (!ownWords) throw new RangeError(`Paper ${number} has no words.`);
    return indexedPaper(source, ownWords, { known, frequent });
  });
  const authorship = authorshipOf(sources);
  const names = namesOf(sources);
  const { columns, topics, organizations, formats } = columnsOf(sources, papers);
  return {
    papers,
    resultPapers: sources.map(resultPaper),
    columns,
    topics: topics.map((id) => [id, topicName(id)]),
    organizations,
    sources: formats,
    authors: authorship.names.length,
    authorship,
    names,
    stopNames: stopNamesOf(names),
    pairs: pairsWithStopWord(words),
    frequent: [...frequent],
    vocabulary: vocabularyOf(words),
    groups: groupPapers(words.map((one) => paperVector(one, wordVectors))),
  };
}

/** The facts of papers as columns, and the values that the columns refer to. */
function columnsOf(sources: readonly SearchSource[], papers: readonly IndexedPaper[]) {
  const topics = byFrequency(sources.flatMap(({ paper }) => paper.topics.map(({ id }) => `${id}`)));
  const organizations = byFrequency(sources.flatMap(({ paper }) => paper.organization?.name ?? []));
  const formats = byFrequency(
    sources.flatMap(({ paper }) => paper.sources.map(({ format }) => format)),
  );
  const columns: Columns = {
    day: sources.map(({ paper }) => dayNumber(placeInTime(paper))),
    comments: sources.map(({ paper }) => paper.comments ?? 0),
    upvotes: sources.map(({ paper }) => paper.upvotes ?? 0),
    flags: sources.map(flagsOf),
    organization: sources.map(({ paper }) =>
      paper.organization ? organizations.indexOf(paper.organization.name) + 1 : 0,
    ),
    topics: sources.map(({ paper }) => paper.topics.map(({ id }) => topics.indexOf(id))),
    sources: sources.map(({ paper }) => [
      ...new Set(paper.sources.map(({ format }) => formats.indexOf(format))),
    ]),
    titleEnd: papers.map(({ titleEnd }) => titleEnd),
    bodyEnd: papers.map(({ bodyEnd }) => bodyEnd),
  };
  return {
    columns,
    topics: topics.values,
    organizations: organizations.values,
    formats: formats.values,
  };
}

function flagsOf({ paper, notes, status }: SearchSource): number {
  return (
    (paper.links.some(({ kind }) => kind === "code") ? hasCode : 0) +
    (notes === "" ? 0 : hasNotes) +
    statusFlag(status) +
    dateFlag(placeInTime(paper))
  );
}

/** In an archive of more papers, a compound of one paper is mostly a missing space. */
const manyPapers = 1000;

/** The two-word compounds with a stop word, which is not indexed on its own. */
function pairsWithStopWord(papers: readonly PaperWords[]): string[] {
  const pairs = new Map<string, Set<PaperWords>>();
  for (const paper of papers) {
    for (const { words, compounds } of [paper.title, paper.abstract]) {
      for (const { key, first, count } of compounds) {
        if (count !== 2 || !(words[first]?.stop || words[first + 1]?.stop)) continue;
        pairs.set(key, (pairs.get(key) ?? new Set()).add(paper));
      }
    }
  }
  const least = papers.length > manyPapers ? 2 : 1;
  return [...pairs].flatMap(([key, { size }]) => (size >= least ? [key] : [])).sort();
}

/** Distinct values, the most frequent first, so that frequent ones have short numbers. */
function byFrequency(all: readonly string[]): {
  values: string[];
  indexOf: (value: string) => number;
} {
  const counts = new Map<string, number>();
  for (const value of all) counts.set(value, (counts.get(value) ?? 0) + 1);
  const values = [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([value]) => value);
  const indexes = new Map(values.map((value, index) => [value, index]));
  return { values, indexOf: (value) => indexes.get(value) ?? 0 };
}
