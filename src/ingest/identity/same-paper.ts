import { plainText } from "../../math/tree-text.ts";
import type { Provenance } from "../../schemas/paper.ts";
import { asciiFold } from "../../text/slug.ts";
import type { CleanPaper } from "../clean-paper.ts";
import { sourceKey } from "./source-key.ts";

// Two copies of one abstract differ in a few words: other versions, cleaning, a missing end. Abstracts
// of different papers with the same title share about a third of their words.
const sameAbstract = 0.6;

/** Two records of one paper, according to the owner. */
export type OwnersJoin = readonly [Provenance, Provenance];

/**
 * Groups the records of each paper: by id, then by title and abstract, then as the owner's notes
 * say. The groups do not depend on the order of the records.
 */
export function groupSamePapers(
  papers: readonly CleanPaper[],
  owners: readonly OwnersJoin[] = [],
): CleanPaper[][] {
  const groups = new Map(papers.toSorted(bySource).map((paper) => [paper, [paper]]));
  const join = (a: CleanPaper, b: CleanPaper, byOwner = false) => {
    const [first, second] = [groups.get(a), groups.get(b)];
    if (!first || !second || first === second) return;
    // A record without an id must not join two papers whose ids differ.
    if (!byOwner && first.some((one) => second.some((other) => idsDiffer(one, other)))) return;
    first.push(...second);
    for (const paper of second) groups.set(paper, first);
  };
  for (const keyOf of [arxivKey, doiKey]) {
    for (const [first, other] of pairs(groups.keys(), keyOf)) join(first, other);
  }
  for (const [first, other] of pairs(groups.keys(), titleKey)) {
    if (!isSame(first, other)) continue;
    // A record that has only a title must not join two papers of that title.
    if (haveOtherTexts(groups.get(first) ?? [], groups.get(other) ?? [])) continue;
    join(first, other);
  }
  const byKey = new Map(papers.map((paper) => [sourceKey(paper.source), paper]));
  for (const [a, b] of owners) {
    const [first, other] = [byKey.get(sourceKey(a)), byKey.get(sourceKey(b))];
    if (first && other) join(first, other, true);
  }
  return [...new Set(groups.values())];
}

function bySource({ source: a }: CleanPaper, { source: b }: CleanPaper): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || (a.record ?? 1) - (b.record ?? 1);
}

const arxivKey = ({ ids }: CleanPaper) => ids.arxiv;
const doiKey = ({ ids }: CleanPaper) => ids.doi?.toLowerCase();
const titleKey = ({ titleText }: CleanPaper) => asciiFold(titleText) || titleText || undefined;

/** Each two records with the same key. */
function* pairs(
  papers: Iterable<CleanPaper>,
  keyOf: (paper: CleanPaper) => string | undefined,
): Generator<[CleanPaper, CleanPaper]> {
  for (const [key, sharing] of Map.groupBy(papers, keyOf)) {
    if (key === undefined) continue;
    for (const [index, first] of sharing.entries()) {
      for (const other of sharing.slice(index + 1)) yield [first, other];
    }
  }
}

function idsDiffer(a: CleanPaper, b: CleanPaper): boolean {
  const key = a.ids.arxiv && b.ids.arxiv ? arxivKey : doiKey;
  const [first, second] = [key(a), key(b)];
  return first !== undefined && second !== undefined && first !== second;
}

// In characters. The same authors may use a shorter title, such as "Editorial", twice.
const distinctTitle = 20;

/** An id that two records share although neither their titles nor their abstracts are alike. */
export function doubtfulId(a: CleanPaper, b: CleanPaper): string | undefined {
  const keyOf = [arxivKey, doiKey].find((key) => key(a) !== undefined && key(a) === key(b));
  if (!keyOf || a.titleText === "" || b.titleText === "") return undefined;
  if (similarity(titleWords(a), titleWords(b)) >= sameTitle) return undefined;
  const comparable = a.abstract.length > 0 && b.abstract.length > 0;
  return comparable && similarity(wordsOf(a), wordsOf(b)) >= sameAbstract ? undefined : keyOf(a);
}

// A new version may shorten its title, or add to it.
const sameTitle = 0.5;

function titleWords({ titleText }: CleanPaper): Set<string> {
  return new Set(titleText.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/**
 * Whether two records with the same title are of one paper, judging by their abstracts or authors.
 */
function isSame(a: CleanPaper, b: CleanPaper): boolean {
  const [first, second] = [lastWords(a), lastWords(b)];
  const shared = first.intersection(second).size;
  if (a.abstract.length > 0 && b.abstract.length > 0) {
    if (similarity(wordsOf(a), wordsOf(b)) >= sameAbstract) return true;
    const sameAuthors = shared > 0 && shared === first.size && shared === second.size;
    return sameAuthors && asciiFold(a.titleText).length >= distinctTitle;
  }
  return first.size === 0 || second.size === 0 || shared > 0;
}

/** Whether both groups have abstracts, and none of one is like one of the other. */
function haveOtherTexts(first: readonly CleanPaper[], second: readonly CleanPaper[]): boolean {
  const [some, others] = [first, second].map((group) =>
    group.filter(({ abstract }) => abstract.length > 0),
  );
  if (!some?.length || !others?.length) return false;
  return !some.some((one) => others.some((other) => isSame(one, other)));
}

function lastWords({ authors }: CleanPaper): Set<string> {
  return new Set(authors.map(({ name }) => asciiFold(name.split(/\s+/).at(-1) ?? "")));
}

function wordsOf({ abstract }: CleanPaper): Set<string> {
  const text = abstract.map(({ children }) => plainText(children)).join(" ");
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
}

/** The share of the smaller set that the other one has too; 1 if it is empty. */
function similarity(a: Set<string>, b: Set<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  return small.size === 0 ? 1 : small.intersection(large).size / small.size;
}
