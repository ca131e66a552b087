import { authorMark, nameSpan, paperKey } from "../index/record.ts";
import type { QueryPart } from "../query/query.ts";
import { normalise } from "../text/normalise.ts";
import { stem } from "../text/stem.ts";
import { correction } from "./correct.ts";
import { filterOf } from "./fact-filters.ts";
import { matchAll } from "./match-all.ts";
import { type Match, type Matched, matchPhrase, together, withinSpan } from "./postings.ts";
import { emptiness, phraseOf, type Unit, unitsOf } from "./query-terms.ts";
import type { SearchSite } from "./site.ts";

/** What must hold of a paper, whatever its words. */
export interface Condition {
  has: (paper: number) => boolean;
  /** Words that were found, where the condition is one of words. */
  papers?: Matched;
}

/** The condition that a part of a query makes; none for a word that is to be found. */
export async function conditionOf(
  site: SearchSite,
  part: QueryPart,
  answer: { faults: { message: string }[] },
): Promise<Condition | undefined> {
  const { archive, words, lists } = site;
  if (part.kind === "word" && !part.not) return undefined;
  if ("text" in part) {
    // Names may be common words: authors are called He and Do, a topic "other".
    const isName = part.kind === "status" || (part.kind === "field" && part.field !== "title");
    const fault = asksForNothing(part.text, isName);
    if (fault !== undefined) {
      answer.faults.push({ message: fault });
      return undefined;
    }
  }
  if (part.kind === "word") {
    const matched = await matchAll(site, unitsOf([part], { typing: false, pairs: new Set() }));
    return {
      has: (paper) => matched.length > 0 && matched.every(({ papers }) => papers.has(paper)),
    };
  }
  if (part.kind === "phrase" || (part.kind === "field" && part.field === "title")) {
    const condition = await phraseCondition(
      site,
      part.text,
      part.kind === "phrase"
        ? { inTitle: false, inOrder: true }
        : { inTitle: true, inOrder: part.phrase },
    );
    if (condition?.papers?.papers.size === 0 && !part.not) {
      answer.faults.push(...(await slipsIn(site, part.text)));
    }
    return condition;
  }
  if (part.kind === "field" && part.field === "author") {
    const names = normalise(part.text).words.map(({ key }) => words.find(authorMark + key));
    const found = withinSpan(await Promise.all(names), nameSpan);
    if (found.size === 0 && !part.not) {
      answer.faults.push({ message: noAuthor(part.text, archive.authors) });
      answer.faults.push(...(await slipsIn(site, part.text, authorMark)));
    }
    return { has: (paper) => found.has(paper) };
  }
  if (part.kind === "is") {
    const ids = part.what === "saved" ? lists.saved() : lists.read();
    if (ids.size === 0 && part.what !== "unread") {
      const done = part.what === "saved" ? "saved" : "marked as read";
      answer.faults.push({ message: `No paper is ${done} in this browser.` });
    }
    const found = await Promise.all([...ids].map((id) => words.find(paperKey(id))));
    const set = new Set(found.flatMap((postings) => postings?.papers ?? []));
    return { has: (paper) => set.has(paper) !== (part.what === "unread") };
  }
  const filter = filterOf(part, archive);
  if (filter?.unknown !== undefined) answer.faults.push({ message: filter.unknown });
  return filter && { has: filter.test };
}

/** Words of a text that no paper has, each with the word that was likely meant. */
async function slipsIn(site: SearchSite, text: string, mark = ""): Promise<{ message: string }[]> {
  const faults: { message: string }[] = [];
  for (const { key, form, start, end, stop } of normalise(text).words) {
    if (stop || (await site.words.mentions(mark + key))) continue;
    const meant = await correction(site, form, { wholly: false });
    if (meant === undefined || (await site.words.mentions(mark + stem(meant))) === undefined)
      continue;
    faults.push({
      message: `Nowhere is “${text.slice(start, end)}” to be found. Did you mean “${meant}”?`,
    });
  }
  return faults;
}

/** Why a text, or a name, cannot be looked for; undefined where it can. */
export function asksForNothing(text: string, isName = false): string | undefined {
  const empty = emptiness(text);
  if (empty === "signs") return `“${text}” has no letter and no digit to search for.`;
  if (empty === "no word") return `“${beginningOf(text)}” is no word that can be searched for.`;
  if (empty === "common" && !isName)
    return "Words as common as these are not searched; add another.";
  return undefined;
}

function beginningOf(text: string): string {
  const signs = [...text];
  return signs.length <= 40 ? text : `${signs.slice(0, 40).join("")}…`;
}

function noAuthor(name: string, known: number): string {
  return known === 0
    ? "The authors of the papers here are not known."
    : `No author here is called “${name}”.`;
}

/** Papers with a phrase, or with each word of it; in the title only, where that is asked for. */
async function phraseCondition(
  site: SearchSite,
  text: string,
  { inTitle, inOrder }: { inTitle: boolean; inOrder: boolean },
): Promise<Condition | undefined> {
  const phrase = phraseOf(text);
  if (phrase.keys.length === 0) return undefined;
  const found =
    inOrder && phrase.keys.length > 1
      ? await matchPhrase(phrase, site)
      : await matchEach(site, text, { inTitle, inOrder });
  const papers = new Map<number, Match>();
  for (const [paper, match] of found) {
    if (!inTitle) papers.set(paper, match);
    else if (match.title > 0) papers.set(paper, { ...match, abstract: 0, extras: 0 });
  }
  const keys = phrase.keys.filter((key) => key !== undefined);
  const unit: Unit = { text, keys: [] };
  const matched: Matched = { unit, papers, own: papers.size, found: new Set(keys) };
  return { has: (paper) => papers.has(paper), papers: matched };
}

/**
 * The papers that have each word of a text, where asked for in the title. Of words in order those are
 * one that the archive writes as one: "on policy" is on-policy, and not any policy.
 */
async function matchEach(
  site: SearchSite,
  text: string,
  { inTitle, inOrder }: { inTitle: boolean; inOrder: boolean },
): Promise<Map<number, Match>> {
  const texts = inOrder ? text.trim().split(/\s+/) : [text];
  const units = unitsOf(
    texts.map((word) => ({ kind: "word", text: word, not: false })),
    { typing: false, pairs: new Set(inOrder ? site.archive.pairs : []) },
  );
  const words = await matchAll(site, units);
  const found = new Map<number, Match>();
  for (const paper of intersection(words.map(({ papers }) => new Set(papers.keys())))) {
    const each = words.flatMap(({ papers }) => papers.get(paper) ?? []);
    if (inTitle && each.some(({ title }) => title === 0)) continue;
    found.set(paper, together(each));
  }
  return found;
}

/** The papers that are in all sets. */
export function intersection(sets: readonly Set<number>[]): number[] {
  const [smallest, ...others] = sets.toSorted((a, b) => a.size - b.size);
  return [...(smallest ?? [])].filter((paper) => others.every((set) => set.has(paper)));
}
