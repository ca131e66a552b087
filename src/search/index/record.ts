import { placeInTime } from "../../archive/order.ts";
import type { ReadingStatus } from "../../schemas/note.ts";
import type { PaperEntry } from "../../schemas/paper.ts";
import { type Normalised, normalise } from "../text/normalise.ts";
import { nameForms } from "./name-keys.ts";
import { authorParts } from "./names.ts";

/** What is indexed of a paper. */
export interface SearchSource {
  paper: PaperEntry;
  /** Title, abstract and the owner's notes as plain text, from `paperText`. */
  title: string;
  abstract: string;
  notes: string;
  /** The owner's reading status. */
  status?: ReadingStatus;
  /** A digest of all that the source was made from, and of the names of its topics. Without it, nothing of the source is kept between builds. */
  digest?: string;
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
 * Sorts papers by date, undated ones first. Papers that are added later mostly come last, so the files
 * of the others stay as they are.
 */
export function byDateAndId({ paper: a }: SearchSource, { paper: b }: SearchSource): number {
  const [one, other] = [a, b].map((paper) => `${placeInTime(paper) ?? ""} ${paper.id}`);
  return (one ?? "") < (other ?? "") ? -1 : 1;
}
