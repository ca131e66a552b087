import { placeInTime } from "../../archive/order.ts";
import type { ReadingStatus } from "../../schemas/note.ts";
import type { PaperEntry } from "../../schemas/paper.ts";
import { fnv1a } from "../../text/fnv1a.ts";
import { positionGap } from "../pagefind/record.ts";
import { type Normalised, normalise } from "../text/normalise.ts";
import { compoundKeys, type KnownCompounds } from "./compounds.ts";
import { pairKeys } from "./frequent-pairs.ts";

/** What is indexed of a paper. */
export interface SearchSource {
  paper: PaperEntry;
  /** Title, abstract and the owner's notes as plain text, from `paperText`. */
  title: string;
  abstract: string;
  notes: string;
  /** The owner's reading status. */
  status?: ReadingStatus;
}

/** A paper as keys at positions. */
export interface IndexedPaper {
  id: string;
  /** Keys by position: title, abstract, extras, authors, then the paper's own keys. */
  keys: string[];
  /** The position after the title, and the position after the abstract. */
  titleEnd: number;
  bodyEnd: number;
}

/** The prefix of keys of names, so that `author:` finds only names. */
export const authorPrefix = "ⴰ";

/**
 * Words of the same name are less than this many positions apart, words of different names are not.
 */
export const nameDistance = 6;

/** The prefix of a paper's own key. */
const paperPrefix = "ⴱ";

/** Another offset basis gives a second hash. */
const secondBasis = 0x1b873593;

/**
 * The key by which a reader's lists find a paper. It has 41 bits of hash, so that a collision among a
 * million papers is unlikely.
 */
export function paperKey(id: string): string {
  const [high, low] = [fnv1a(id), fnv1a(id, secondBasis) >>> 23];
  return paperPrefix + (high * 512 + low).toString(36);
}

/** A paper's texts, normalised. */
export interface PaperWords {
  title: Normalised;
  abstract: Normalised;
  extras: Normalised;
  authors: Normalised[];
}

/** Normalises a paper's texts. */
export function paperWords(
  { paper, title, abstract, notes }: SearchSource,
  topicName: (id: string) => string,
): PaperWords {
  const { arxiv, doi } = paper.ids;
  const extras = [
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
    extras: normalise(extras.filter((text) => text !== undefined && text !== "").join(" \n ")),
    authors: paper.authors.map(({ name }) => normalise(name)),
  };
}

/**
 * Lays out a paper's keys: the title's words and compounds, then the abstract's, then everything else.
 * A position tells which field it belongs to.
 */
export function indexedPaper(
  { paper }: SearchSource,
  { title, abstract, extras, authors }: PaperWords,
  { known, frequent }: { known: KnownCompounds; frequent: ReadonlySet<string> },
): IndexedPaper {
  const keysOf = (text: Normalised) => [
    ...text.words.map(({ key, stop }) => (stop ? positionGap : key)),
    ...compoundKeys(text, known),
    ...pairKeys(text, frequent),
  ];
  const titleKeys = keysOf(title);
  const bodyKeys = keysOf(abstract);
  // A gap after each name, so that no phrase continues from one name into the next.
  const names = authors.flatMap((name) => [
    ...name.words.map(({ key }) => key),
    positionGap,
    ...pairKeys({ words: name.words.map((word) => ({ ...word, stop: false })) }, frequent),
  ]);
  const authorKeys = authors.flatMap(({ words, compounds }) => [
    ...[...words, ...compounds].map(({ key }) => authorPrefix + key),
    ...Array<string>(nameDistance).fill(positionGap),
  ]);
  // A reader's lists may know the paper by a former id.
  const ownKeys = [paper.id, ...paper.aliases].map(paperKey);
  return {
    id: paper.id,
    keys: [
      ...titleKeys,
      ...bodyKeys,
      ...keysOf(extras),
      positionGap,
      ...names,
      ...authorKeys,
      ...ownKeys,
    ],
    titleEnd: titleKeys.length,
    bodyEnd: titleKeys.length + bodyKeys.length,
  };
}

/**
 * Sorts papers by date, undated ones first. Papers that are added later mostly come last, so the files
 * of the others stay as they are.
 */
export function byDateAndId({ paper: a }: SearchSource, { paper: b }: SearchSource): number {
  const [one, other] = [a, b].map((paper) => `${placeInTime(paper) ?? ""} ${paper.id}`);
  return (one ?? "") < (other ?? "") ? -1 : 1;
}
