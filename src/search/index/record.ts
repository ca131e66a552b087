import { placeInTime } from "../../archive/order.ts";
import type { ReadingStatus } from "../../schemas/note.ts";
import type { PaperEntry } from "../../schemas/paper.ts";
import { settledPapers } from "./settled.ts";

/** What is indexed of a paper. */
export interface SearchSource {
  paper: PaperEntry;
  /** Title, abstract and the owner's notes as plain text, from `paperText`. */
  title: string;
  abstract: string;
  notes: string;
  /** The owner's reading status. */
  status?: ReadingStatus;
  /** Sorts papers by the day on which they came into the archive; without it, they are sorted by their dates. */
  since?: string;
  /** A digest of all that the source was made from, and of the names of its topics. Without it, nothing of the source is kept between builds. */
  digest?: string;
}

/** The texts of a paper whose words are indexed. */
export interface PaperTexts {
  title: string;
  abstract: string;
  extras: string;
  /** The authors' names. */
  authors: string[];
}

/** Collects a paper's texts. */
export function paperTexts(
  { paper, title, abstract, notes }: SearchSource,
  topicName: (id: string) => string,
): PaperTexts {
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
    title,
    abstract,
    extras: extras.filter((text) => text !== undefined && text !== "").join(" \n "),
    authors: paper.authors.map(({ name }) => name),
  };
}

/**
 * Papers in the order of their numbers: the settled ones, which came into the archive first, by date, and then the recent
 * ones as they came, so that a new paper has a number after all others, however old it is.
 */
export function inOrderOfNumbers(sources: readonly SearchSource[]): SearchSource[] {
  const asTheyCame = sources.toSorted(byArrival);
  const settled = settledPapers(sources.length);
  return [...asTheyCame.slice(0, settled).sort(byDateAndId), ...asTheyCame.slice(settled)];
}

function byArrival(a: SearchSource, b: SearchSource): number {
  const [one, other] = [a.since ?? "", b.since ?? ""];
  return one === other ? byDateAndId(a, b) : one < other ? -1 : 1;
}

/** Sorts papers by date, undated ones first. */
export function byDateAndId({ paper: a }: SearchSource, { paper: b }: SearchSource): number {
  const [one, other] = [a, b].map((paper) => `${placeInTime(paper) ?? ""} ${paper.id}`);
  return (one ?? "") < (other ?? "") ? -1 : 1;
}
