import { placeInTime } from "../../archive/order.ts";
import type { ReadingStatus } from "../../schemas/note.ts";
import type { PaperEntry } from "../../schemas/paper.ts";
import { positionGap } from "../pagefind/record.ts";
import { type Normalised, normalise } from "../text/normalise.ts";
import { compoundKeys, type KnownCompounds } from "./compounds.ts";
import { pairKeys } from "./frequent-pairs.ts";
import { nameForms, nameKey } from "./name-keys.ts";
import { authorParts } from "./names.ts";
import { paperKey } from "./paper-key.ts";

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

/** A paper's texts, normalised. */
export interface PaperWords {
  title: Normalised;
  abstract: Normalised;
  extras: Normalised;
  /** The words of the authors' names, each once. */
  authors: string[];
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
    ...paper.keywords,
    paper.aiSummary,
    arxiv,
    doi,
    notes,
  ];
  return {
    title: normalise(title),
    abstract: normalise(abstract),
    extras: normalise(extras.filter((text) => text !== undefined && text !== "").join(" \n ")),
    authors: [...new Set(paper.authors.flatMap(({ name }) => wordsOfName(name)))],
  };
}

/** The words of a name; in scripts without spaces, also its pairs of characters. */
function wordsOfName(name: string): string[] {
  const forms = nameForms(authorParts(name));
  return asian.test(name) ? [...forms, ...normalise(name).words.map(({ form }) => form)] : forms;
}

const asian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

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
  // A reader's lists may know the paper by a former id.
  const ownKeys = [paper.id, ...paper.aliases].map(paperKey);
  return {
    id: paper.id,
    keys: [
      ...titleKeys,
      ...bodyKeys,
      ...keysOf(extras),
      positionGap,
      ...authors.map(nameKey),
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
