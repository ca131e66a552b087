import { dateOf } from "../index/columns.ts";
import { nameKey } from "../index/name-keys.ts";
import type { BareTime } from "../query/bare-times.ts";
import { isEtAl } from "../text/et-al.ts";
import { joinedSpellings, type NameFit } from "../text/name-fit.ts";
import { type NamePart, nameParts } from "../text/name-parts.ts";
import { normalise } from "../text/normalise.ts";
import { stopWords } from "../text/stop-words.ts";
import { type AuthorPapers, papersOfName, papersOfSurname } from "./author-papers.ts";
import { type MatchedTerm, nameMatch } from "./postings.ts";
import type { QueryTerm } from "./query-terms.ts";
import type { SearchContext } from "./search-context.ts";
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

/** What a typed word may be in a name. */
interface TypedWord {
  parts: NamePart[];
  /** `name`: some author is called so. `open`: it may belong to a name, such as an initial. */
  kind: "name" | "open" | "other";
  /** Whether a comma follows: in a list of names, it ends a name. */
  comma: boolean;
}

/**
 * Finds the authors' names among the words of a query: two words or more that are one author's name, or
 * a surname beside a time of `times`, as in "Sutton et al. 2018".
 */
export async function findNames(
  context: SearchContext,
  texts: readonly string[],
  { times, isSentence }: { times: readonly BareTime[]; isSentence: boolean },
): Promise<FoundName[]> {
  if (context.archive.authors === 0) return [];
  const isTime = (at: number) =>
    times.some(({ first, count }) => at >= first && at < first + count);
  const words = await Promise.all(
    texts.map(async (text, at) => {
      const word = await readWord(context, text, { isTime: isTime(at), isSentence });
      return { ...word, comma: /[,;]$/.test(text) };
    }),
  );
  const found: FoundName[] = [];
  await readInitialled(context, words);
  for (const { first, count } of windowsOf(words)) {
    if (found.some((name) => first < name.first + name.count && name.first < first + count))
      continue;
    const typed = words.slice(first, first + count).flatMap(({ parts }) => parts);
    const papers = await papersOfName(context, typed);
    if (papers.size > 0) found.push({ first, count, papers });
  }
  return [...found, ...(await citedNames(context, { texts, words, times }))];
}

/** Stop words that are names of many authors. */
const namesakes: ReadonlySet<string> = new Set(
  "am an can do he her in may my no on she so to we you".split(" "),
);

async function readWord(
  context: SearchContext,
  text: string,
  { isTime, isSentence }: { isTime: boolean; isSentence: boolean },
): Promise<Omit<TypedWord, "comma">> {
  const parts = nameParts(text);
  const [first] = parts;
  const isNot = isTime || !first || parts.length > 4 || /\p{N}|^(?:OR|AND|NOT)$/u.test(text);
  if (isNot) return { parts, kind: "other" };
  const [form = ""] = first.spellings;
  const [word] = normalise(text).words;
  if (parts.length === 1 && (word?.stop || [...form].length === 1)) {
    // "a" and "an" in a sentence are no names, but "A." and "An" may be.
    const isMarked = /^\p{Lu}|\.$/u.test(text);
    const isName = word?.stop ? namesakes.has(form) || isMarked : true;
    return { parts, kind: isName && (isMarked || !isSentence) ? "open" : "other" };
  }
  for (const form of joinedSpellings(parts)) {
    if (await context.words.termFrequencies(nameKey(form))) return { parts, kind: "name" };
  }
  // Its parts may be names, but are in other files of the index: they wait for a name beside it.
  if (parts.length > 1) return { parts, kind: hasStopWord(parts) ? "other" : "open" };
  const isUnknown = word && !(await context.words.termFrequencies(word.key));
  return { parts, kind: isUnknown ? "open" : "other" };
}

/** Makes "He" of "T. He" a name if some author is called so: without an initial it is a stop word. */
async function readInitialled(context: SearchContext, words: TypedWord[]): Promise<void> {
  for (const [at, word] of words.entries()) {
    const isBeside = [words[at - 1], words[at + 1]].some((other) => other && isInitial(other));
    const [form = ""] = word.parts[0]?.spellings ?? [];
    if (word.kind !== "open" || !isBeside || !namesakes.has(form)) continue;
    if (await context.words.termFrequencies(nameKey(form))) word.kind = "name";
  }
}

function isInitial({ parts }: TypedWord): boolean {
  return parts.length === 1 && [...(parts[0]?.spellings[0] ?? "")].length === 1;
}

function hasStopWord(parts: readonly NamePart[]): boolean {
  return parts.some(({ spellings }) => spellings.some((form) => stopWords.has(form)));
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
      if (isOpen && isName && isOne && size > 1) windows.push({ first, count });
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
    for (const at of [beforeEtAl(texts, first), first + count]) {
      const word = words[at];
      if (word?.kind !== "name") continue;
      const all = await papersOfSurname(context, word.parts);
      const papers = new Map<number, NameFit>(
        [...all].filter(([paper]) => isWithin(dateOf(context.archive.columns, paper), range)),
      );
      if (papers.size > 0) found.push({ first: at, count: 1, papers });
    }
  }
  return found;
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
