import type { ArchiveFile } from "../index/columns.ts";
import { authorMark, nameSpan, paperKey } from "../index/record.ts";
import type { Vocabulary } from "../index/vocabulary.ts";
import { parseQuery } from "../query/parse-query.ts";
import type { QueryFault, QueryPart } from "../query/query.ts";
import { normalise } from "../text/normalise.ts";
import { correct } from "./correct.ts";
import { type Facets, filterOf, type Selection, select } from "./filters.ts";
import { type Matched, matchPhrase, matchUnit, withinSpan } from "./matches.ts";
import { rank, rankWeights } from "./rank.ts";
import { phraseOf, type Unit, unitsOf, withRelated } from "./units.ts";
import type { WordIndex } from "./word-index.ts";

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
}

/**
 * How the papers were found: `browse` without words, `all` words in each, `some` of the words in
 * each, best first.
 */
export type SearchMode = "browse" | "all" | "some";

export interface SearchAnswer {
  mode: SearchMode;
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

/** What a search works on: the archive's facts, its words, and what is fetched only when needed. */
export interface SearchSite {
  archive: ArchiveFile;
  words: WordIndex;
  vocabulary: () => Promise<Vocabulary>;
  /** Ids of the papers in the reader's own lists. */
  lists: { saved: () => ReadonlySet<string>; read: () => ReadonlySet<string> };
}

/** So many words, or so many that tell something, are a sentence that describes a paper. */
const sentenceWords = 6;
const sentenceUnits = 5;
/** Papers with less of the query than this are no answers to it. */
const leastShare = 0.18;
const mostSome = 300;

/** Answers a query. */
export async function search(site: SearchSite, request: SearchRequest): Promise<SearchAnswer> {
  const { archive } = site;
  const { columns } = archive;
  const { query, faults } = parseQuery(request.text);
  const answer: Omit<SearchAnswer, "papers" | "facets"> = {
    mode: "browse",
    severalWords: false,
    complete: 0,
    faults: [...faults],
    corrections: [],
    unknown: [],
    found: new Set(),
  };
  const wanted = query.parts.filter((part) => part.kind === "word" && !part.not);
  const typing = request.typing && wanted.at(-1) === query.parts.at(-1);
  const units = unitsOf(wanted, { typing, pairs: new Set(archive.pairs) });
  answer.severalWords = units.length > 1;
  const sentence = wanted.length >= sentenceWords || units.length >= sentenceUnits;
  const plain = await completed(site, await matchAll(site, units), answer);
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
    if (wanted.length > 0 && units.length === 0) {
      answer.faults.push({ message: "Words as common as these are not searched; add another." });
    }
  } else {
    const together = intersection([
      ...plain.map(({ papers }) => new Set(papers.keys())),
      ...required,
    ]).filter(passes);
    answer.complete = together.length;
    const few = !sentence && !request.widely;
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
      const found = rank([...phrases, ...wide], [...some].filter(passes), columns, sentence);
      ranked = found
        .filter(({ share }) => share >= leastShare)
        .slice(0, mostSome)
        .map(({ paper }) => paper);
      mark(answer.found, [...phrases, ...wide]);
    }
  }
  const { papers, facets } = select(ranked, request.selection, archive);
  return { ...answer, papers: sorted(papers, request.sort, archive), facets };
}

async function matchAll(
  { words, archive }: SearchSite,
  units: readonly Unit[],
): Promise<Matched[]> {
  const matched = await Promise.all(
    units.map(async (unit) => {
      const whole = await matchUnit(unit, words, archive.columns);
      if (whole.papers.size > 0 || !unit.parts || unit.parts.length === 0) return [whole];
      // A compound that nobody writes as one: its words.
      return Promise.all(unit.parts.map((part) => matchUnit(part, words, archive.columns)));
    }),
  );
  return matched.flat();
}

/** Replaces words that no paper has by those that were likely meant, and says so. */
async function completed(
  site: SearchSite,
  matched: Matched[],
  answer: Pick<SearchAnswer, "corrections" | "unknown">,
): Promise<Matched[]> {
  if (matched.every(({ papers }) => papers.size > 0)) return matched;
  const vocabulary = await site.vocabulary();
  const result: Matched[] = [];
  for (const one of matched) {
    const { form, text } = one.unit;
    if (one.papers.size > 0) {
      result.push(one);
      continue;
    }
    const to = form === undefined ? undefined : correct(form, vocabulary);
    const [key] = to === undefined ? [] : normalise(to).words;
    const better =
      key &&
      (await matchAll(site, [
        { text: key.form, form: key.form, keys: [{ key: key.key, worth: 1 }] },
      ]));
    if (to !== undefined && better?.some(({ papers }) => papers.size > 0)) {
      answer.corrections.push({ from: text, to });
      result.push(...better);
    } else {
      answer.unknown.push(text);
      result.push(one);
    }
  }
  return result;
}

interface Condition {
  has: (paper: number) => boolean;
  /** Words that were found, where the condition is one of words. */
  papers?: Matched;
}

async function conditionOf(
  site: SearchSite,
  part: QueryPart,
  answer: Pick<SearchAnswer, "faults">,
): Promise<Condition | undefined> {
  const { archive, words, lists } = site;
  if (part.kind === "word") {
    if (!part.not) return undefined;
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
    return { has: (paper) => found.has(paper) };
  }
  if (part.kind === "is") {
    const ids = part.what === "saved" ? lists.saved() : lists.read();
    const found = await Promise.all([...ids].map((id) => words.find(paperKey(id))));
    const set = new Set(found.flatMap((postings) => postings?.papers ?? []));
    return { has: (paper) => set.has(paper) !== (part.what === "unread") };
  }
  const filter = filterOf(part, archive);
  if (filter?.unknown !== undefined) answer.faults.push({ message: filter.unknown });
  return filter && { has: filter.test };
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
    });
  }
  matched.own = matched.papers.size;
  return { has: (paper) => matched.papers.has(paper), papers: matched };
}

function intersection(sets: readonly Set<number>[]): number[] {
  const [smallest, ...others] = sets.toSorted((a, b) => a.size - b.size);
  return [...(smallest ?? [])].filter((paper) => others.every((set) => set.has(paper)));
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
