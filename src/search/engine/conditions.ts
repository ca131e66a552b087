import { authorMark, nameSpan, paperKey } from "../index/record.ts";
import type { QueryPart } from "../query/query.ts";
import { normalise } from "../text/normalise.ts";
import { filterOf } from "./fact-filters.ts";
import { matchAll } from "./match-all.ts";
import { type Matched, matchPhrase, withinSpan } from "./matches.ts";
import type { SearchSite } from "./site.ts";
import { emptiness, phraseOf, type Unit, unitsOf } from "./units.ts";

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
    const fault = asksForNothing(part.text);
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
  if (part.kind === "phrase") return phraseCondition(site, part.text);
  if (part.kind === "field" && part.field === "title") {
    return phraseCondition(
      site,
      part.text,
      (place, paper) => place < (archive.columns.titleEnd[paper] ?? 0),
      part.phrase,
    );
  }
  if (part.kind === "field" && part.field === "author") {
    const names = normalise(part.text).words.map(({ key }) => words.find(authorMark + key));
    const found = withinSpan(await Promise.all(names), nameSpan);
    if (found.size === 0) answer.faults.push({ message: noAuthor(part.text, archive.authors) });
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

/** Why a text cannot be looked for; undefined where it can. */
export function asksForNothing(text: string): string | undefined {
  const empty = emptiness(text);
  if (empty === "signs") return `“${text}” has no letter and no digit to search for.`;
  if (empty === "common") return "Words as common as these are not searched; add another.";
  return undefined;
}

function noAuthor(name: string, known: number): string {
  return known === 0
    ? "The authors of the papers here are not known."
    : `No author here is called “${name}”.`;
}

/** Papers with a phrase, or with each word of it, at places that count. */
async function phraseCondition(
  site: SearchSite,
  text: string,
  counts: (place: number, paper: number) => boolean = () => true,
  inOrder = true,
): Promise<Condition | undefined> {
  const { words, archive } = site;
  const unit: Unit = { text, keys: [] };
  const phrase = phraseOf(text);
  if (phrase.keys.length === 0) return undefined;
  let papers = new Map<number, number[]>();
  if (inOrder && phrase.keys.length > 1) papers = await matchPhrase(phrase, words, archive.columns);
  else {
    const units = unitsOf([{ kind: "word", text, not: false }], {
      typing: false,
      pairs: new Set(),
    });
    const matched = await matchAll(site, units);
    for (const paper of intersection(matched.map((one) => new Set(one.papers.keys())))) {
      const each = matched.map((one) =>
        (one.papers.get(paper)?.places ?? []).filter((place) => counts(place, paper)),
      );
      if (each.every((places) => places.length > 0)) papers.set(paper, each.flat());
    }
  }
  const matched: Matched = { unit, papers: new Map(), own: 0, found: new Set() };
  for (const key of phrase.keys) if (key !== undefined) matched.found.add(key);
  for (const [paper, places] of papers) {
    const counted = places.filter((place) => counts(place, paper));
    if (counted.length === 0) continue;
    const titleEnd = archive.columns.titleEnd[paper] ?? 0;
    const title = counted.filter((place) => place < titleEnd).length;
    matched.papers.set(paper, {
      title,
      abstract: counted.length - title,
      extras: 0,
      places: counted,
      worths: counted.map(() => 1),
    });
  }
  matched.own = matched.papers.size;
  return { has: (paper) => matched.papers.has(paper), papers: matched };
}

/** The papers that are in all sets. */
export function intersection(sets: readonly Set<number>[]): number[] {
  const [smallest, ...others] = sets.toSorted((a, b) => a.size - b.size);
  return [...(smallest ?? [])].filter((paper) => others.every((set) => set.has(paper)));
}
