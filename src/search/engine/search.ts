import { type ArchiveFile, newestFirst } from "../index/columns.ts";
import type { QueryFault } from "../query/query.ts";
import { explainEmpty, intersection } from "./conditions.ts";
import { type Facets, needsFacts, noFacets, type Selection, select, selected } from "./facets.ts";
import { withNames } from "./find-names.ts";
import { likeness, rankByLikeness } from "./likeness.ts";
import type { MatchedTerm } from "./postings.ts";
import { rank } from "./rank.ts";
import { type Conditions, readConditions, readWords, type Words } from "./read-query.ts";
import type { SearchContext } from "./search-context.ts";
import { type WidenedTerm, widen } from "./widen.ts";

/** The orders of results; `upvotes` and `comments` have the papers with the most of them first. */
export const sortOrders = ["relevance", "newest", "oldest", "upvotes", "comments"] as const;
/** One of `sortOrders`. */
export type SortOrder = (typeof sortOrders)[number];

/** What a reader asks for. */
export interface SearchRequest {
  text: string;
  selection: Selection;
  sort: SortOrder;
  /** Whether the last word may be the start of a longer one. */
  typing: boolean;
  /** Whether to find papers with some of the words even if others have all of them. */
  matchAny: boolean;
  /** Whether to count the values of facets, for which a file is loaded; true unless it is false. */
  facets?: boolean;
  /** Whether to count authors as well, for which another one is. */
  authors?: boolean;
}

/**
 * How the papers were found. `browse`: there are no words to search for. `all`: every paper has all
 * words. `some`: every paper has some of the words.
 */
export type SearchMode = "browse" | "all" | "some";

/** The results of a search, and what to say about them. */
export interface SearchAnswer {
  mode: SearchMode;
  /** Whether the text has anything to search for; otherwise all papers are found. */
  hasCriteria: boolean;
  /** The papers' numbers, in the order asked for. */
  papers: number[];
  /** Whether the query has more than one word. */
  severalWords: boolean;
  /** How many papers have all of the words. */
  withAllWords: number;
  /** Empty if they were not counted. */
  facets: Facets;
  faults: Pick<QueryFault, "message">[];
  corrections: { from: string; to: string }[];
  /** Words that no paper has. */
  unknown: string[];
  /** Terms of the lexicon that were searched for, too, and that some of the first papers have. */
  alsoSearched: string[];
  /** The keys that matched, to highlight them in what is shown. */
  matchedKeys: Set<string>;
}

/** Papers with a smaller share of the query's information are not results. */
const minCoverage = 0.18;
const maxPartialResults = 300;

/** Answers a query. Rejects with a `MissingPartError` if a part of the index cannot be loaded. */
export async function search(
  context: SearchContext,
  request: SearchRequest,
): Promise<SearchAnswer> {
  const { archive } = context;
  const { selection } = request;
  const counts = request.facets !== false;
  // Loaded beside the index of words.
  const loading = counts || needsFacts(selection) ? context.facts() : undefined;
  loading?.catch(() => undefined);
  const words = await readWords(context, request.text, { typing: request.typing });
  const conditions = await readConditions(context, words);
  const found =
    words.terms.length === 0 && conditions.matched.length === 0
      ? browse(archive, words, conditions)
      : await findPapers(context, request, words, conditions);
  const byAuthor = request.authors === true || selection.author.length > 0;
  const known = {
    facts: await loading,
    authorship: byAuthor ? await context.authorship() : undefined,
  };
  const { papers, facets } = counts
    ? select(found.papers, selection, archive, known)
    : { papers: selected(found.papers, selection, archive, known), facets: noFacets() };
  const faults = new Set([...words.faults, ...conditions.faults, ...found.faults]);
  return {
    mode: found.mode,
    hasCriteria: found.hasCriteria,
    papers: await sorted(papers, request.sort, context),
    severalWords: words.severalWords,
    withAllWords: found.withAllWords,
    facets,
    faults: [...faults].map((message) => ({ message })),
    corrections: words.corrections,
    unknown: words.unknown,
    alsoSearched: termsOf(found.widened, papers),
    matchedKeys: new Set(found.matched.flatMap(({ keys }) => [...keys])),
  };
}

/** The papers of a query before facets and sorting. */
interface Found extends Pick<SearchAnswer, "mode" | "hasCriteria" | "papers" | "withAllWords"> {
  matched: readonly MatchedTerm[];
  widened: readonly WidenedTerm[];
  faults: string[];
}

/** How many of the best papers are asked for the lexicon's terms, and how many terms are named. */
const namedTerms = { papers: 20, terms: 6 };

/** The terms of the lexicon that the best papers have: of each name those of most papers first, in turns. */
function termsOf(widened: readonly WidenedTerm[], papers: readonly number[]): string[] {
  const best = papers.slice(0, namedTerms.papers);
  const ofNames = widened.map(({ terms }) =>
    terms
      .map(({ text, papers }) => ({ text, count: best.filter((one) => papers.has(one)).length }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1)),
  );
  const turns = Math.max(0, ...ofNames.map(({ length }) => length));
  const inTurns = Array.from({ length: turns }, (_, turn) =>
    ofNames.flatMap((terms) => terms[turn]?.text ?? []),
  );
  return inTurns.flat().slice(0, namedTerms.terms);
}

/** All papers that meet the conditions, the newest first. */
function browse({ total, columns }: ArchiveFile, words: Words, conditions: Conditions): Found {
  const papers = Array.from({ length: total }, (_, paper) => paper)
    .filter(conditions.test)
    .sort(newestFirst(columns));
  const fault =
    words.typed.length > 0 && words.faults.length === 0
      ? explainEmpty(words.typed.join(" "), { isName: false })
      : undefined;
  return {
    mode: "browse",
    hasCriteria: conditions.hasFilters,
    papers,
    withAllWords: papers.length,
    matched: [],
    widened: [],
    faults: fault === undefined ? [] : [fault],
  };
}

/** The papers with all words or, where there are none or more are wanted, with some of them. */
async function findPapers(
  context: SearchContext,
  request: SearchRequest,
  words: Words,
  conditions: Conditions,
): Promise<Found> {
  const { columns } = context.archive;
  const { terms, names, isSentence, typed } = words;
  const complete = intersection([...terms, ...conditions.matched].map(({ papers }) => papers));
  const withAll = complete.filter(conditions.test);
  const common = { hasCriteria: true, withAllWords: withAll.length, widened: [], faults: [] };
  const wantsAll = !isSentence && !request.matchAny && !typed.includes("OR");
  if (withAll.length > 0 && (wantsAll || terms.length < 2)) {
    const matched = [...conditions.matched, ...terms];
    const papers = rank(matched, withAll, columns, { isSentence, names }).map(({ paper }) => paper);
    return { ...common, mode: "all", papers, matched };
  }
  const byName = withNames(terms, names);
  // Where a paper has all words, they need no help.
  const isComplete = withAll.length > 0;
  const [widened, likenesses]: [WidenedTerm[], ReadonlyMap<number, number>] = isComplete
    ? [[], new Map()]
    : await Promise.all([
        widen(context, unnamed(typed, names)),
        names.length > 0 ? new Map<number, number>() : likeness(context, asCorrected(words), terms),
      ]);
  const matched = [...conditions.matched, ...byName, ...widened];
  const candidates =
    conditions.matched.length > 0
      ? intersection(conditions.matched.map(({ papers }) => papers))
      : [...new Set(matched.flatMap(({ papers }) => [...papers.keys()]))];
  const byWords = rank(matched, candidates.filter(conditions.test), columns, { isSentence, names });
  const ranked = rankByLikeness(
    byWords.filter(({ coverage }) => coverage >= minCoverage),
    new Map([...likenesses].filter(([paper]) => conditions.test(paper))),
    columns,
  );
  const papers = ranked.slice(0, maxPartialResults).map(({ paper }) => paper);
  return { ...common, mode: "some", papers, matched, widened };
}

/** The words that are no name of an author: authors have no other names. */
function unnamed(typed: readonly string[], names: Words["names"]): string {
  const isNamed = (at: number) =>
    names.some(({ first, count }) => at >= first && at < first + count);
  return typed.filter((_, at) => !isNamed(at)).join(" ");
}

/** The words of a query, with their spelling corrected. */
function asCorrected({ typed, corrections }: Words): string {
  const meant = new Map(corrections.map(({ from, to }) => [from, to]));
  return typed.map((word) => meant.get(word) ?? word).join(" ");
}

async function sorted(
  papers: number[],
  order: SortOrder,
  { archive, counts }: SearchContext,
): Promise<number[]> {
  const byDay = newestFirst(archive.columns);
  const day = (paper: number) => archive.columns.day[paper] ?? 0;
  switch (order) {
    case "relevance":
      return papers;
    case "newest":
      return papers.toSorted(byDay);
    case "oldest":
      // Undated papers come last.
      return papers.toSorted((a, b) => (day(a) || 1e9) - (day(b) || 1e9) || a - b);
    case "upvotes":
    case "comments": {
      const { [order]: count } = await counts();
      return papers.toSorted((a, b) => (count[b] ?? 0) - (count[a] ?? 0) || byDay(a, b));
    }
  }
}
