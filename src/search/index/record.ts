import { placeInTime } from "../../archive/order.ts";
import type { ReadingStatus } from "../../schemas/note.ts";
import type { PaperEntry } from "../../schemas/paper.ts";
import { type Normalised, normalise, type Word } from "../text/normalise.ts";
import { stem } from "../text/stem.ts";
import { furtherKeys, type KnownCompounds } from "./compounds.ts";
import { pairKeys } from "./frequent-pairs.ts";

/** A paper as Pagefind's index gets it. */
export interface SearchRecord {
  url: string;
  language: string;
  content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  sort: Record<string, string>;
}

/** What is known of a paper besides its entry. */
export interface SearchSource {
  paper: PaperEntry;
  /** Title, abstract and the owner's notes as text, formulas between marks. */
  title: string;
  abstract: string;
  notes: string;
  /** How far the owner is with it. */
  status?: ReadingStatus;
}

export interface RecordContext {
  /** The address of a paper's page. */
  addressOf: (id: string) => string;
  topicName: (id: string) => string;
}

/** A record with the places where its fields end, counted in words. */
export interface IndexedPaper {
  record: SearchRecord;
  titleEnd: number;
  bodyEnd: number;
  /** Words of all. */
  length: number;
}

/**
 * The language under which Pagefind files the records. It is none that Pagefind stems or splits:
 * `normalise` has done both, and the same for the query.
 */
export const indexLanguage = "und";

/** Before a name's key, so that `author:` finds names and no other words. */
export const authorMark = "ⴰ";

/** Words of one name lie within so many places, and those of two names do not. */
export const nameSpan = 6;

/** Before a paper's own key, by which a reader's lists find it. */
export const paperMark = "ⴱ";

/** A short key for a paper's id: 41 bits, so that no two of a million papers are likely to meet. */
export function paperKey(id: string): string {
  let [low, high] = [0x811c9dc5, 0x1b873593];
  for (const character of id) {
    const code = character.codePointAt(0) ?? 0;
    low = Math.imul(low ^ code, 0x01000193) >>> 0;
    high = Math.imul(high ^ code, 0x85ebca6b) >>> 0;
    high = (high ^ (high >>> 13)) >>> 0;
  }
  return paperMark + (low * 512 + (high % 512)).toString(36);
}

/** Keeps the place of a word that is not indexed. */
const gap = "-";

/** A paper's texts, taken apart. */
export interface PaperWords {
  title: Normalised;
  abstract: Normalised;
  extras: Normalised;
  authors: Normalised[];
}

export function paperWords(
  { paper, title, abstract, notes }: SearchSource,
  topicName: (id: string) => string,
): PaperWords {
  const { arxiv, doi } = paper.ids;
  const names = [
    ...paper.topics.map(({ id }) => topicName(id)),
    paper.organization?.name,
    paper.organization?.handle,
    arxiv,
    doi,
    notes,
  ];
  return {
    title: normalise(title),
    abstract: normalise(abstract),
    extras: normalise(names.filter((name) => name !== undefined && name !== "").join(" \n ")),
    authors: paper.authors.map(({ name }) => normalise(name)),
  };
}

/**
 * The record of a paper. Its content is a row of keys: the title's words and compounds, the
 * abstract's, then everything else; where one field ends is told by position. What readers see is
 * stored apart.
 */
export function indexedPaper(
  source: SearchSource,
  { title, abstract, extras, authors }: PaperWords,
  { known, frequent }: { known: KnownCompounds; frequent: ReadonlySet<string> },
  { addressOf, topicName }: RecordContext,
): IndexedPaper {
  const { paper } = source;
  const keysOf = (text: Normalised) => [
    ...text.words.map(({ key, stop }) => (stop ? gap : key)),
    ...furtherKeys(text, known, join),
    ...pairKeys(text, frequent),
  ];
  const titleKeys = keysOf(title);
  const bodyKeys = keysOf(abstract);
  // A gap between names, so that no phrase runs from one into the next.
  const names = authors.flatMap((name) => [
    ...name.words.map(({ key }) => key),
    gap,
    ...pairKeys({ words: name.words.map((word) => ({ ...word, stop: false })) }, frequent),
  ]);
  const keys = [...titleKeys, ...bodyKeys, ...keysOf(extras), gap, ...names];
  for (const name of authors) {
    for (const { key } of [...name.words, ...name.compounds]) keys.push(authorMark + key);
    keys.push(...Array<string>(nameSpan).fill(gap));
  }
  // A reader's lists may know the paper by a former id.
  for (const id of [paper.id, ...paper.aliases]) keys.push(paperKey(id));
  const date = placeInTime(paper);
  const has = [
    ...(paper.links.some(({ kind }) => kind === "code") ? ["code"] : []),
    ...(source.notes === "" ? [] : ["notes"]),
  ];
  return {
    titleEnd: titleKeys.length,
    bodyEnd: titleKeys.length + bodyKeys.length,
    length: keys.length,
    record: {
      url: addressOf(paper.id),
      language: indexLanguage,
      content: keys.join(" "),
      meta: {
        title: paper.titleText,
        ...(paper.published ? { published: paper.published } : {}),
      },
      filters: {
        topic: paper.topics.map(({ id }) => topicName(id)),
        ...(date ? { year: [date.slice(0, 4)] } : {}),
        ...(date && date.length > 4 ? { month: [date.slice(0, 7)] } : {}),
        ...(paper.organization ? { organization: [paper.organization.name] } : {}),
        author: paper.authors.map(({ name }) => name),
        source: [...new Set(paper.sources.map(({ format }) => format))].sort(),
        has,
        ...(source.status ? { status: [source.status] } : {}),
      },
      sort: { date: date ?? "", comments: String(paper.comments ?? 0) },
    },
  };
}

/** The key of two words written as one. */
export function join(one: Word, two: Word): string {
  return stem(one.form + two.form);
}

/**
 * Oldest first, undated ones before all: papers that are added later mostly go to the end, so that
 * the files of the others stay as they are.
 */
export function inSearchOrder({ paper: a }: SearchSource, { paper: b }: SearchSource): number {
  const [one, other] = [a, b].map((paper) => `${placeInTime(paper) ?? ""} ${paper.id}`);
  return (one ?? "") < (other ?? "") ? -1 : 1;
}
