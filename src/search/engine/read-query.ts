import { searchQuery } from "../../i18n/strings.ts";
import { type ArchiveFile, dateOf } from "../index/columns.ts";
import { bareTimes } from "../query/bare-times.ts";
import { parseQuery } from "../query/parse-query.ts";
import type { TimeRange } from "../query/parse-time.ts";
import type { QueryPart } from "../query/query.ts";
import { normalise } from "../text/normalise.ts";
import { genericWords } from "../text/stop-words.ts";
import type { Condition } from "./condition.ts";
import { toCondition } from "./conditions.ts";
import { type FoundName, findNames, withNames } from "./find-names.ts";
import { correctSpelling, matchTerms } from "./match-terms.ts";
import type { MatchedTerm } from "./postings.ts";
import { type QueryTerm, queryTerms } from "./query-terms.ts";
import type { SearchContext } from "./search-context.ts";
import { isWithin } from "./within-time.ts";

/**
 * A query with at least this many words, or terms without stop words, is a sentence that describes
 * a paper.
 */
const sentenceWords = 6;
const sentenceTerms = 5;
/**
 * A longer query is pasted text. Further words add little, and each may load a part of the index.
 */
const maxTerms = 80;

/** A query's words, matched and with their spelling corrected. */
export interface Words {
  parts: readonly QueryPart[];
  /** The words as typed. */
  typed: string[];
  terms: MatchedTerm[];
  /** The authors' names among the words. */
  names: FoundName[];
  isSentence: boolean;
  severalWords: boolean;
  corrections: { from: string; to: string }[];
  unknown: string[];
  faults: string[];
}

/** Parses a query and matches its words. */
export async function readWords(
  context: SearchContext,
  text: string,
  { typing }: { typing: boolean },
): Promise<Words> {
  const { query, faults } = parseQuery(text);
  const words = query.parts.filter((part) => part.kind === "word" && !part.not);
  const typed = words.map((part) => ("text" in part ? part.text : ""));
  const times = bareTimes(typed, (range) => hasPapers(context.archive, range));
  const all = withoutRepetitions(
    queryTerms(words, {
      typing: typing && words.at(-1) === query.parts.at(-1),
      pairs: new Set(context.archive.pairs),
      times,
    }),
  );
  const terms = all.slice(0, maxTerms);
  const isSentence = words.length >= sentenceWords || terms.length >= sentenceTerms;
  // At once, since each loads files.
  const [names, asTyped] = await Promise.all([
    findNames(context, typed.slice(0, maxTerms), { times, isSentence }),
    matchTerms(context, terms),
    isSentence ? loadMeaning(context, typed.join(" ")) : undefined,
  ]);
  const matched = withNames(asTyped, names);
  const corrected = await correctSpelling(context, matched, { isSentence });
  const tooLong = all.length > maxTerms ? [searchQuery.onlyFirstWords(maxTerms)] : [];
  return {
    ...corrected,
    // A sentence does not need words such as "get".
    unknown: corrected.unknown.filter(
      (word) => !isSentence || !genericWords.has(word.toLowerCase()),
    ),
    parts: query.parts,
    typed,
    names,
    isSentence,
    severalWords: terms.length > 1,
    faults: [...faults.map(({ message }) => message), ...tooLong],
  };
}

/**
 * Loads what is needed where no paper has all words, as of nearly all sentences, so that it comes together
 * with the index of the words. What fails is loaded again where it is used.
 */
async function loadMeaning(context: SearchContext, text: string): Promise<void> {
  const load = [
    context.lexicon(normalise(text).words.map(({ key }) => key)),
    ...(context.archive.groups > 0 ? [context.centres()] : []),
  ];
  await Promise.allSettled(load);
}

/** Whether a paper was published within a range of time. */
function hasPapers(archive: ArchiveFile, range: TimeRange): boolean {
  return archive.columns.day.some((_, paper) => isWithin(dateOf(archive.columns, paper), range));
}

/** Removes repeated terms. The last one stays: it may be unfinished. */
function withoutRepetitions(terms: readonly QueryTerm[]): QueryTerm[] {
  const nameOf = ({ text, keys }: QueryTerm) => keys.map(({ key }) => key).join(" ") || text;
  return [...new Map(terms.map((term) => [nameOf(term), term])).values()];
}

/** All conditions of a query. */
export interface Conditions {
  /** Whether a paper meets all conditions. */
  test: (paper: number) => boolean;
  /** Whether there are conditions that are not about words. */
  hasFilters: boolean;
  /** The phrases and titles that papers must have. */
  matched: MatchedTerm[];
  faults: string[];
}

/** Reads the conditions of a query's parts. */
export async function readConditions(
  context: SearchContext,
  { parts, terms }: Pick<Words, "parts" | "terms">,
): Promise<Conditions> {
  const tests: NonNullable<Condition["test"]>[] = [];
  const matched: MatchedTerm[] = [];
  const faults: string[] = [];
  const conditions = await Promise.all(parts.map((part) => toCondition(context, part)));
  for (const [at, part] of parts.entries()) {
    const condition = conditions[at];
    if (!condition) continue;
    const { test } = condition;
    // In a sentence, a stop word in quotation marks is only a word.
    const isBeside = part.kind === "phrase" && !part.not && terms.length > 0;
    faults.push(
      ...condition.faults.filter((fault) => !isBeside || fault !== searchQuery.tooCommon),
    );
    if (test === undefined) continue;
    if (part.not) tests.push((paper) => !test(paper));
    else if (condition.matched) matched.push(condition.matched);
    else tests.push(test);
  }
  return {
    test: (paper) =>
      matched.every(({ papers }) => papers.has(paper)) && tests.every((test) => test(paper)),
    hasFilters: tests.length > 0,
    matched,
    faults,
  };
}
