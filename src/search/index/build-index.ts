import { placeInTime } from "../../archive/order.ts";
import { type Authorship, authorshipOf } from "./authorship.ts";
import { type Columns, dateFlag, dayNumber, hasCode, hasNotes, statusFlag } from "./columns.ts";
import { knownCompounds } from "./compounds.ts";
import { frequentWords } from "./frequent-pairs.ts";
import {
  type IndexedPaper,
  indexedPaper,
  type PaperWords,
  paperWords,
  type RecordContext,
  type SearchSource,
} from "./record.ts";
import { type ShownPaper, shownPaper } from "./result-documents.ts";
import { type Vocabulary, vocabularyOf } from "./vocabulary.ts";

/** All that is to be written for the search of an archive, papers by their number. */
export interface SearchIndex {
  papers: IndexedPaper[];
  shown: ShownPaper[];
  columns: Columns;
  topics: [id: string, name: string][];
  organizations: string[];
  sources: string[];
  /** How many names `authorship` has. */
  authors: number;
  authorship: Authorship;
  pairs: string[];
  frequent: string[];
  vocabulary: Vocabulary;
}

/** Makes the index's data from an archive's papers, in the order given. Pure. */
export function buildIndex(sources: readonly SearchSource[], context: RecordContext): SearchIndex {
  const words = sources.map((source) => paperWords(source, context.topicName));
  const known = knownCompounds(words.flatMap(({ title, abstract }) => [title, abstract]));
  const frequent = new Set(
    frequentWords(words.flatMap(({ title, abstract, extras }) => [title, abstract, extras])),
  );
  const papers = sources.map((source, number) => {
    const taken = words[number];
    if (!taken) throw new RangeError(`Paper ${number} has no words.`);
    return indexedPaper(source, taken, { known, frequent }, context);
  });
  const topics = list(sources.flatMap(({ paper }) => paper.topics.map(({ id }) => String(id))));
  const organizations = list(sources.flatMap(({ paper }) => paper.organization?.name ?? []));
  const formats = list(sources.flatMap(({ paper }) => paper.sources.map(({ format }) => format)));
  const columns: Columns = {
    day: sources.map(({ paper }) => dayNumber(placeInTime(paper))),
    comments: sources.map(({ paper }) => paper.comments ?? 0),
    flags: sources.map(
      ({ paper, notes, status }) =>
        (paper.links.some(({ kind }) => kind === "code") ? hasCode : 0) +
        (notes === "" ? 0 : hasNotes) +
        statusFlag(status) +
        dateFlag(placeInTime(paper)),
    ),
    organization: sources.map(({ paper }) =>
      paper.organization ? organizations.place(paper.organization.name) + 1 : 0,
    ),
    topics: sources.map(({ paper }) => paper.topics.map(({ id }) => topics.place(id))),
    sources: sources.map(({ paper }) => [
      ...new Set(paper.sources.map(({ format }) => formats.place(format))),
    ]),
    titleEnd: papers.map(({ titleEnd }) => titleEnd),
    bodyEnd: papers.map(({ bodyEnd }) => bodyEnd),
  };
  const authorship = authorshipOf(sources);
  return {
    papers,
    shown: sources.map(shownPaper),
    columns,
    topics: topics.values.map((id) => [id, context.topicName(id)]),
    organizations: organizations.values,
    sources: formats.values,
    authors: authorship.names.length,
    authorship,
    pairs: pairsWithStop(words),
    frequent: [...frequent],
    vocabulary: vocabularyOf(words),
  };
}

/** The two-part compounds of which one part is not indexed alone. */
function pairsWithStop(papers: readonly PaperWords[]): string[] {
  const pairs = new Set<string>();
  for (const { title, abstract } of papers) {
    for (const { words, compounds } of [title, abstract]) {
      for (const { key, first, count } of compounds) {
        if (count === 2 && (words[first]?.stop || words[first + 1]?.stop)) pairs.add(key);
      }
    }
  }
  return [...pairs].sort();
}

/** Values in the order of their frequency, so that the frequent ones have the short numbers. */
function list(all: readonly string[]): { values: string[]; place: (value: string) => number } {
  const counts = new Map<string, number>();
  for (const value of all) counts.set(value, (counts.get(value) ?? 0) + 1);
  const values = [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([value]) => value);
  const places = new Map(values.map((value, place) => [value, place]));
  return { values, place: (value) => places.get(value) ?? 0 };
}
