import type { ArchiveFile } from "../index/columns.ts";
import { parseQuery } from "../query/parse-query.ts";
import type { QueryFault } from "../query/query.ts";
import { faintWords } from "../text/stop-words.ts";
import { asksForNothing, conditionOf, intersection } from "./conditions.ts";
import { type Facets, type Selection, select } from "./filters.ts";
import { corrected, matchAll } from "./match-all.ts";
import type { Matched } from "./postings.ts";
import { type Unit, unitsOf, withRelated } from "./query-terms.ts";
import { rank, rankWeights } from "./rank.ts";
import type { SearchSite } from "./site.ts";

export const sortOrders = ["relevance", "newest", "oldest", "comments"] as const;
export type SortOrder = (typeof sortOrders)[number];

export interface SearchRequest {
  text: string;
  selection: Selection;
  sort: SortOrder;
  /** Whether the last word may be the beginning of one. */
  typing: boolean;
  /** Papers with some of the words, even where others have all. */
  widely: boolean;
  /** Whether to count authors, too, for which a file is loaded. */
  authors?: boolean;
}

/**
 * How the papers were found: `browse` without words, `all` words in each, `some` of the words in
 * each, best first.
 */
export type SearchMode = "browse" | "all" | "some";

export interface SearchAnswer {
  mode: SearchMode;
  /** Whether anything in the text could be looked for; if not, all papers are found. */
  asked: boolean;
  /** Numbers of the papers, best first. */
  papers: number[];
  /** Whether fewer of the words could be asked for. */
  severalWords: boolean;
  /** How many of them have all the words. */
  complete: number;
  facets: Facets;
  faults: Pick<QueryFault, "message">[];
  corrections: { from: string; to: string }[];
  /** Words that no paper has. */
  unknown: string[];
  /** Keys that were found, to mark them in what is shown. */
  found: Set<string>;
}

/** So many words, or so many that tell something, are a sentence that describes a paper. */
const sentenceWords = 6;
const sentenceUnits = 5;
/** Papers with less of the query than this are no answers to it. */
const leastShare = 0.18;
const mostSome = 300;
/** More words say no more, and each may cost a part of the index: somebody pasted a whole text. */
const mostWords = 80;

/** Answers a query. */
export async function search(site: SearchSite, request: SearchRequest): Promise<SearchAnswer> {
  const { archive } = site;
  const { columns } = archive;
  const { query, faults } = parseQuery(request.text);
  const answer: Omit<SearchAnswer, "papers" | "facets"> = {
    mode: "browse",
    asked: false,
    severalWords: false,
    complete: 0,
    faults: [...faults],
    corrections: [],
    unknown: [],
    found: new Set(),
  };
  const wanted = query.parts.filter((part) => part.kind === "word" && !part.not);
  const typing = request.typing && wanted.at(-1) === query.parts.at(-1);
  const taken = eachOnce(unitsOf(wanted, { typing, pairs: new Set(archive.pairs) }));
  const units = taken.slice(0, mostWords);
  if (taken.length > mostWords) {
    answer.faults.push({ message: `Only the first ${mostWords} words are searched.` });
  }
  answer.severalWords = units.length > 1;
  const someAreEnough = wanted.some((part) => part.kind === "word" && part.text === "OR");
  const sentence = wanted.length >= sentenceWords || units.length >= sentenceUnits;
  const plain = await corrected(site, await matchAll(site, units), answer, sentence);
  // "get" tells nothing of the paper that a sentence describes, and its absence nothing either.
  if (sentence)
    answer.unknown = answer.unknown.filter((word) => !faintWords.has(word.toLowerCase()));
  const required: Set<number>[] = [];
  const phrases: Matched[] = [];
  const tests: ((paper: number) => boolean)[] = [];
  for (const part of query.parts) {
    const condition = await conditionOf(site, part, answer);
    if (!condition) continue;
    if (part.not) tests.push((paper) => !condition.has(paper));
    else if (condition.papers) {
      required.push(new Set(condition.papers.papers.keys()));
      phrases.push(condition.papers);
    } else tests.push(condition.has);
  }
  const passes = (paper: number) =>
    required.every((papers) => papers.has(paper)) && tests.every((test) => test(paper));

  let ranked: number[];
  if (plain.length === 0 && phrases.length === 0) {
    ranked = all(archive.total).filter(passes).reverse();
    answer.complete = ranked.length;
    answer.asked = tests.length > 0;
    const words = wanted.map((part) => ("text" in part ? part.text : "")).join(" ");
    const fault = wanted.length > 0 ? asksForNothing(words) : undefined;
    // Of a lone minus the query's own faults tell more.
    if (fault !== undefined && faults.length === 0) answer.faults.push({ message: fault });
  } else {
    answer.asked = true;
    const together = intersection([
      ...plain.map(({ papers }) => new Set(papers.keys())),
      ...required,
    ]).filter(passes);
    answer.complete = together.length;
    const few = !sentence && !request.widely && !someAreEnough;
    if (together.length > 0 && (few || plain.length < 2)) {
      answer.mode = "all";
      ranked = rank([...phrases, ...plain], together, columns, sentence).map(({ paper }) => paper);
      mark(answer.found, [...phrases, ...plain]);
    } else {
      answer.mode = "some";
      const wide = await matchAll(
        site,
        withRelated(
          plain.map(({ unit }) => unit),
          rankWeights.related,
        ),
      );
      const some = new Set<number>(required.length > 0 ? intersection(required) : []);
      if (required.length === 0)
        for (const { papers } of wide) for (const paper of papers.keys()) some.add(paper);
      const passing = [...some].filter(passes);
      const found = rank([...phrases, ...wide], passing, columns, sentence);
      ranked = found
        .filter(({ share }) => share >= leastShare)
        .slice(0, mostSome)
        .map(({ paper }) => paper);
      mark(answer.found, [...phrases, ...wide]);
    }
  }
  const byAuthor = request.authors === true || request.selection.author.length > 0;
  const authorship = byAuthor ? await site.authorship() : undefined;
  const { papers, facets } = select(ranked, request.selection, archive, authorship);
  const told = new Map(answer.faults.map((fault) => [fault.message, fault]));
  return {
    ...answer,
    faults: [...told.values()],
    papers: sorted(papers, request.sort, archive),
    facets,
  };
}

/** Units of which none is the repetition of another; the last one stays, which may be unfinished. */
function eachOnce(units: readonly Unit[]): Unit[] {
  const nameOf = ({ keys }: Unit) => keys.map(({ key }) => key).join(" ");
  const byKeys = new Map(units.map((unit) => [nameOf(unit), unit]));
  return [...byKeys.values()];
}

function mark(found: Set<string>, matched: readonly Matched[]): void {
  for (const one of matched) for (const key of one.found) found.add(key);
}

function all(total: number): number[] {
  return Array.from({ length: total }, (_, paper) => paper);
}

function sorted(papers: number[], sort: SortOrder, { columns }: ArchiveFile): number[] {
  const day = (paper: number) => columns.day[paper] ?? 0;
  const comments = (paper: number) => columns.comments[paper] ?? 0;
  switch (sort) {
    case "relevance":
      return papers;
    case "newest":
      return papers.toSorted((a, b) => day(b) - day(a) || b - a);
    case "oldest":
      // Undated papers last: nobody knows how old they are.
      return papers.toSorted((a, b) => (day(a) || 1e9) - (day(b) || 1e9) || a - b);
    case "comments":
      return papers.toSorted((a, b) => comments(b) - comments(a) || b - a);
  }
}
