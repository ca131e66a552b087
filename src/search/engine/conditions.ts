import { searchQuery } from "../../i18n/strings.ts";
import { nameKey } from "../index/name-keys.ts";
import { paperKey } from "../index/paper-key.ts";
import type { QueryPart } from "../query/query.ts";
import type { NameFit } from "../text/name-fit.ts";
import { nameParts } from "../text/name-parts.ts";
import { normalise } from "../text/normalise.ts";
import { stem } from "../text/stem.ts";
import { bestFitting, papersOfName } from "./author-papers.ts";
import type { Condition } from "./condition.ts";
import { suggestCorrection } from "./correct.ts";
import { fieldFilter } from "./field-filters.ts";
import { matchTerms } from "./match-terms.ts";
import { type Match, matchPhrase, mergeMatches, nameMatch } from "./postings.ts";
import { type Phrase, queryTerms, toPhrase, whyEmpty } from "./query-terms.ts";
import type { SearchContext } from "./search-context.ts";

/** The condition for a part of a query, ignoring its minus. */
export async function toCondition(context: SearchContext, part: QueryPart): Promise<Condition> {
  if (part.kind === "word" && !part.not) return { faults: [] };
  if ("text" in part) {
    // Names may be stop words: some authors are called He or Do, and a topic may be called "other".
    const isName = part.kind === "status" || (part.kind === "field" && part.field !== "title");
    const fault = explainEmpty(part.text, { isName });
    if (fault !== undefined) return { faults: [fault] };
  }
  switch (part.kind) {
    case "word":
      return wordCondition(context, part.text);
    case "phrase":
      return phraseCondition(context, part.text, part.not, { inTitle: false, inOrder: true });
    case "is":
      return listCondition(context, part.what);
    case "field":
      if (part.field === "title") {
        const { text, not, phrase } = part;
        return phraseCondition(context, text, not, { inTitle: true, inOrder: phrase });
      }
      if (part.field === "author") return authorCondition(context, part.text, part.not);
  }
  return fieldFilter(part, context);
}

async function wordCondition(context: SearchContext, text: string): Promise<Condition> {
  const terms = queryTerms([{ kind: "word", text, not: false }], noOptions);
  const matched = await matchTerms(context, terms);
  return {
    test: (paper) => matched.length > 0 && matched.every(({ papers }) => papers.has(paper)),
    faults: [],
  };
}

const noOptions = { typing: false, pairs: new Set<string>() };

async function authorCondition(
  context: SearchContext,
  name: string,
  isExcluded: boolean,
): Promise<Condition> {
  const papers = bestFitting(await papersOfName(context, nameParts(name)));
  const test = (paper: number) => papers.has(paper);
  if (papers.size > 0 || isExcluded) return { test, faults: [] };
  const unknown =
    context.archive.authors === 0 ? searchQuery.noAuthors : searchQuery.noAuthor(name);
  return { test, faults: [unknown, ...(await suggestWords(context, name, { isName: true }))] };
}

async function listCondition(
  { words, lists }: SearchContext,
  list: "saved" | "read" | "unread",
): Promise<Condition> {
  const ids = list === "saved" ? lists.saved() : lists.read();
  const postings = await Promise.all([...ids].map((id) => words.postings(paperKey(id))));
  const papers = new Set(postings.flatMap((found) => found?.papers ?? []));
  const isEmpty = ids.size === 0 && list !== "unread";
  const fault = list === "saved" ? searchQuery.nothingSaved : searchQuery.nothingRead;
  return {
    test: (paper) => papers.has(paper) !== (list === "unread"),
    faults: isEmpty ? [fault] : [],
  };
}

/** The words of a text that no paper has, each with the word that was probably meant. */
async function suggestWords(
  context: SearchContext,
  text: string,
  { isName }: { isName: boolean },
): Promise<string[]> {
  const suggestions: string[] = [];
  const keyOf = (form: string) => (isName ? nameKey(form) : stem(form));
  for (const { form, start, end, stop } of normalise(text).words) {
    if (stop || (await context.words.termFrequencies(keyOf(form)))) continue;
    const meant = await suggestCorrection(context, form, { firstLetter: false });
    if (meant === undefined) continue;
    if (!(await context.words.termFrequencies(keyOf(meant)))) continue;
    suggestions.push(searchQuery.didYouMean(text.slice(start, end), meant));
  }
  return suggestions;
}

/** Why a text, or a name, cannot be searched for; undefined where it can. */
export function explainEmpty(text: string, { isName }: { isName: boolean }): string | undefined {
  switch (whyEmpty(text)) {
    case "symbols":
      return searchQuery.noLetters(text);
    case "no word":
      return searchQuery.notAWord(shortened(text));
    case "common":
      return isName ? undefined : searchQuery.tooCommon;
    case undefined:
      return undefined;
  }
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= 40 ? text : `${characters.slice(0, 40).join("")}…`;
}

/** Where the words of a text must occur. */
interface PhraseOptions {
  inTitle: boolean;
  inOrder: boolean;
}

/** Requires a phrase, or each word of it, in the whole paper or only in the title. */
async function phraseCondition(
  context: SearchContext,
  text: string,
  isExcluded: boolean,
  options: PhraseOptions,
): Promise<Condition> {
  const phrase = toPhrase(text);
  if (phrase.keys.length === 0) return { faults: [] };
  const found =
    options.inOrder && phrase.keys.length > 1
      ? await matchPhraseOrName(context, phrase, options)
      : await matchEachWord(context, text, options);
  const papers = new Map<number, Match>();
  for (const [paper, match] of found) {
    if (!options.inTitle) papers.set(paper, match);
    else if (match.title > 0) papers.set(paper, { ...match, abstract: 0, extras: 0 });
  }
  const keys = new Set(phrase.keys.filter((key) => key !== undefined));
  const matched = { term: { text, keys: [] }, papers, documentFrequency: papers.size, keys };
  const faults =
    papers.size === 0 && !isExcluded ? await suggestWords(context, text, { isName: false }) : [];
  return { test: (paper) => papers.has(paper), matched, faults };
}

/** The fits of a name whose words are in the order in which they were typed. */
const inOrder: readonly NameFit[] = ["whole", "initial", "part"];

/** The papers that have a phrase, and outside of titles also those of an author of this name. */
async function matchPhraseOrName(
  context: SearchContext,
  phrase: Phrase,
  { inTitle }: PhraseOptions,
): Promise<Map<number, Match>> {
  const found = await matchPhrase(phrase, context);
  if (inTitle) return found;
  for (const [paper, fit] of await papersOfName(context, nameParts(phrase.text))) {
    if (inOrder.includes(fit) && !found.has(paper)) found.set(paper, nameMatch());
  }
  return found;
}

/**
 * The papers that have each word of a text. A phrase here is a compound that the archive writes as
 * one word: "on policy" means on-policy, and not any policy.
 */
async function matchEachWord(
  context: SearchContext,
  text: string,
  { inTitle, inOrder }: PhraseOptions,
): Promise<Map<number, Match>> {
  const texts = inOrder ? text.trim().split(/\s+/) : [text];
  const terms = queryTerms(
    texts.map((word) => ({ kind: "word", text: word, not: false })),
    { typing: false, pairs: new Set(inOrder ? context.archive.pairs : []) },
  );
  const words = await matchTerms(context, terms);
  const found = new Map<number, Match>();
  for (const paper of intersection(words.map(({ papers }) => papers))) {
    const matches = words.flatMap(({ papers }) => papers.get(paper) ?? []);
    if (inTitle && matches.some(({ title }) => title === 0)) continue;
    found.set(paper, mergeMatches(matches));
  }
  return found;
}

/** The papers that are in all of the given sets or maps; none if there are no sets. */
export function intersection(sets: readonly PaperSet[]): number[] {
  const [smallest, ...others] = sets.toSorted((a, b) => a.size - b.size);
  return [...(smallest?.keys() ?? [])].filter((paper) => others.every((set) => set.has(paper)));
}

/** Papers by number, as in a Set or as the keys of a Map. */
export type PaperSet = Pick<ReadonlyMap<number, unknown>, "size" | "has" | "keys">;
