import { dateOf } from "../index/columns.ts";
import type { BareTime } from "../query/bare-times.ts";
import { isEtAl } from "../text/et-al.ts";
import type { NameFit } from "../text/name-fit.ts";
import { type AuthorPapers, papersOfName, papersOfSurname } from "./author-papers.ts";
import { type MatchedTerm, nameMatch } from "./postings.ts";
import type { QueryTerm } from "./query-terms.ts";
import type { SearchContext } from "./search-context.ts";
import { type TypedWord, typedWords } from "./typed-words.ts";
import { isWithin } from "./within-time.ts";

/** Words of a query that are the name of an author: the first one's index, and how many. */
export interface FoundName {
  first: number;
  count: number;
  papers: AuthorPapers;
}

/** The words of the longest name that is looked for, and in a longer text, such as a list of names. */
const mostWords = { inQuery: 5, inText: 3 };
const textWords = 8;
/** Each run of words may load a file or two. */
const mostRuns = 40;

/**
 * Finds the authors' names among the words of a query: two words or more that are one author's name, a
 * surname beside a time of `times`, as in "Sutton et al. 2018", or a query that is only a stop word.
 */
export async function findNames(
  context: SearchContext,
  texts: readonly string[],
  { times, isSentence }: { times: readonly BareTime[]; isSentence: boolean },
): Promise<FoundName[]> {
  if (context.archive.authors === 0) return [];
  const words = await typedWords(context, texts, { times, isSentence });
  const found: FoundName[] = [];
  for (const { first, count } of windowsOf(words)) {
    if (found.some((name) => first < name.first + name.count && name.first < first + count))
      continue;
    const typed = words.slice(first, first + count).flatMap(({ parts }) => parts);
    const papers = await papersOfName(context, typed);
    if (papers.size > 0) found.push({ first, count, papers });
  }
  return [...found, ...(await citedNames(context, { texts, words, times }))];
}

/** Runs of words that may be a name, the longest first; only some of a long text. */
function windowsOf(words: readonly TypedWord[]): { first: number; count: number }[] {
  const windows: { first: number; count: number }[] = [];
  const most = words.length > textWords ? mostWords.inText : mostWords.inQuery;
  for (let count = Math.min(most, words.length); count > 0; count -= 1) {
    for (let first = 0; first + count <= words.length; first += 1) {
      const run = words.slice(first, first + count);
      const isOpen = run.every(({ kind }) => kind !== "other");
      const isName = run.some(({ kind }) => kind === "name");
      const size = run.reduce((sum, { parts }) => sum + parts.length, 0);
      const isOne = words.length <= textWords || run.slice(0, -1).every(({ comma }) => !comma);
      const isWhole = words.length === 1 && run[0]?.namesake === true;
      if (isOpen && isName && isOne && (size > 1 || isWhole)) windows.push({ first, count });
    }
  }
  return windows.slice(0, mostRuns);
}

/** Surnames beside a time, with their papers of this time. */
async function citedNames(
  context: SearchContext,
  {
    texts,
    words,
    times,
  }: { texts: readonly string[]; words: readonly TypedWord[]; times: readonly BareTime[] },
): Promise<FoundName[]> {
  const found: FoundName[] = [];
  for (const { first, count, range } of times) {
    const others = texts.filter((_, at) => at < first || at >= first + count).join(" ");
    const isAlone = /^\S+(?: et al\.?,?)?$/iu.test(others);
    for (const at of [beforeEtAl(texts, first), first + count]) {
      const word = words[at];
      if (!word || !isCited(word, texts[at] ?? "", isAlone)) continue;
      const all = await papersOfSurname(context, word.parts);
      const papers = new Map<number, NameFit>(
        [...all].filter(([paper]) => isWithin(dateOf(context.archive.columns, paper), range)),
      );
      if (papers.size > 0) found.push({ first: at, count: 1, papers });
    }
  }
  return found;
}

/** Words that come before a time in a sentence, as in "since 2024". */
const timePrepositions: ReadonlySet<string> = new Set(
  "about after and around before between by during for from in of on or since the to until".split(
    " ",
  ),
);

/** Whether a word beside a time is an author's surname. `isAlone`: the query has no further words. */
function isCited({ kind, namesake, parts }: TypedWord, text: string, isAlone: boolean): boolean {
  if (!namesake) return kind === "name";
  const isPreposition = parts[0]?.spellings.some((form) => timePrepositions.has(form));
  return kind !== "other" && (!isPreposition || (isAlone && /^\p{Lu}/u.test(text)));
}

/** The index of the word before a time and before "et al.", if it has that. */
function beforeEtAl(texts: readonly string[], time: number): number {
  return isEtAl(texts, time - 2) ? time - 3 : time - 1;
}

/**
 * Adds the papers of the names to the terms that the names are made of, and a term for a name of stop
 * words alone.
 */
export function withNames(
  terms: readonly MatchedTerm[],
  names: readonly FoundName[],
): MatchedTerm[] {
  const wordless = names.filter((name) => !terms.some(({ term }) => isOf(term, name)));
  const missing = wordless.map(
    ({ first, papers }): MatchedTerm => ({
      term: { text: "", keys: [], at: first },
      papers: new Map(),
      documentFrequency: papers.size,
      keys: new Set(),
    }),
  );
  return [...missing, ...terms].map((term) => {
    const own = names.filter((name) => isOf(term.term, name));
    if (own.length === 0) return term;
    const papers = new Map(term.papers);
    for (const paper of own.flatMap((name) => [...name.papers.keys()])) {
      if (!papers.has(paper)) papers.set(paper, nameMatch());
    }
    return { ...term, papers };
  });
}

/** Whether a term is a word of a name. */
export function isOf({ at = -1 }: QueryTerm, { first, count }: FoundName): boolean {
  return at >= first && at < first + count;
}
