import { plainText } from "../../math/tree-text.ts";
import { doiKey, isShortDoi } from "../../text/doi.ts";
import type { CleanPaper } from "../clean-paper.ts";
import { comparePeople, type PeopleTraits, peopleTraits } from "./people.ts";
import {
  compareForms,
  comparePages,
  comparePlaces,
  isOnePrinting,
  type PlaceTraits,
  placeTraits,
} from "./places.ts";
import {
  compareTitles,
  haveOtherNumbers,
  isOtherPart,
  type TitleTraits,
  titleTraits,
  wordsOf,
} from "./titles.ts";

type Compared = "same" | "different" | "unknown";

/** What two records have in common, and what speaks against one paper. */
export interface Evidence {
  /** Whether they share an id of either kind. */
  id: Compared;
  arxiv: Compared;
  doi: Compared;
  /** Near ones differ in a subtitle or a few letters; alike ones share half of their words. */
  title: "same" | "near" | "alike" | "different" | "unknown";
  /** Whether many papers could have such a title, such as "Editorial". */
  kind: TitleTraits["kind"];
  /** Different for "Part I" and "Part II", and for a paper and its erratum or a reply to it. */
  part: "same" | "different";
  /** Different if each title has a number that the other has not, as "WMT16" and "WMT17". */
  numbers: "same" | "different";
  /** Same if nearly all are, or if one of the lists ends early. */
  authors: "same" | "shared" | "different" | "unknown";
  /** Nearly all words of a text that is long enough, most words, or fewer. */
  abstract: "equal" | "same" | "different" | "unknown";
  /** Near if a preprint of the one year can have been published in the other. */
  year: "same" | "near" | "different" | "unknown";
  /** A volume of a journal, a conference, or the book that a chapter is part of. */
  place: Compared;
  /** The issue and the first page; of a book, its volume or edition; of software, its version. */
  pages: Compared;
  /**
   * Of records of two years: whether they may be two of a series, or appeared in a journal or at a
   * conference each. Other if one is a preprint, or if both begin on one page or are in one volume.
   */
  years: "series" | "places" | "other";
  /** Different for a book and an article; whether one of them is a part of a book. */
  form: "different" | "chapter" | "other";
}

/** What is compared of a record, prepared once. */
export interface Traits {
  record: CleanPaper;
  arxiv?: string;
  doi?: string;
  title: TitleTraits;
  people: PeopleTraits;
  /** The words of the abstract in order, each once. */
  abstract: ReadonlySet<string>;
  year?: number;
  place: PlaceTraits;
}

// Abstracts of different papers with the same title share about a third of their words.
const sameAbstract = 0.6;
const equalAbstract = 0.9;
const sameCutAbstract = 0.8;
// In words. Shorter texts may agree by chance, or be a publisher's note.
const longAbstract = 30;
// In years, between a preprint and its publication, and between two ways to date a publication.
const longestWait = 3;
const longestPrinting = 1;

/** Prepares a record for comparisons. */
export function traitsOf(record: CleanPaper): Traits {
  const { ids, titleText, authors, abstract, reference } = record;
  const year = /^\d{4}/.exec(record.published ?? record.publishedIn ?? "")?.[0];
  const text = abstract.map(({ children }) => plainText(children)).join(" ");
  const names = authors.map(({ name }) => name);
  return {
    record,
    ...(ids.arxiv === undefined ? {} : { arxiv: ids.arxiv.toLowerCase() }),
    // A short DOI may stand for the full one of another record.
    ...(ids.doi === undefined || isShortDoi(ids.doi) ? {} : { doi: doiKey(ids.doi) }),
    title: titleTraits(titleText),
    people: peopleTraits(names, reference?.authorsCut === true),
    abstract: new Set(wordsOf(text)),
    ...(year === undefined ? {} : { year: Number(year) }),
    place: placeTraits(record),
  };
}

/** Compares two records. */
export function evidenceOf(a: Traits, b: Traits): Evidence {
  const [arxiv, doi] = [compared(a.arxiv, b.arxiv), compared(a.doi, b.doi)];
  const [place, isSameYear] = [comparePlaces(a.place, b.place), a.year === b.year];
  return {
    id: arxiv === "same" || doi === "same" ? "same" : "unknown",
    arxiv,
    doi,
    title: compareTitles(a.title, b.title),
    kind: kinds.find((kind) => a.title.kind === kind || b.title.kind === kind) ?? "distinct",
    part: isOtherPart(a.title, b.title) ? "different" : "same",
    numbers: haveOtherNumbers(a.title, b.title) ? "different" : "same",
    authors: comparePeople(a.people, b.people),
    abstract: abstracts(a.abstract, b.abstract),
    year: years(a, b),
    place,
    pages: comparePages(a.place, b.place, a.year !== undefined && isSameYear),
    years:
      isSameYear || (place === "same" && isOnePrinting(a.place, b.place))
        ? "other"
        : ofTwoYears(a, b),
    form: compareForms(a.place, b.place),
  };
}

const kinds = ["generic", "short"] as const;

function compared(a = "", b = ""): Compared {
  if (a === "" || b === "") return "unknown";
  return a === b ? "same" : "different";
}

function abstracts(a: ReadonlySet<string>, b: ReadonlySet<string>): Evidence["abstract"] {
  if (a.size === 0 || b.size === 0) return "unknown";
  const least = Math.min(a.size, b.size);
  const common = a.intersection(b).size;
  const share = common / least;
  if (least < longAbstract) return isSameShort(share, least - common) ? "same" : "different";
  if (share >= equalAbstract && !haveOwnNumbers(a, b)) return "equal";
  return share >= sameAbstract ? "same" : "different";
}

/** More than half of a short text can be function words. Its last word may be cut off. */
function isSameShort(share: number, others: number): boolean {
  return share >= equalAbstract || (share >= sameCutAbstract && others === 1);
}

/** Whether each has numbers of its own, as the abstracts of two years' statistics. */
function haveOwnNumbers(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const isNumber = (word: string) => /^\d+$/.test(word);
  return [a.difference(b), b.difference(a)].every((own) => [...own].some(isNumber));
}

function years(a: Traits, b: Traits): Evidence["year"] {
  if (a.year === undefined || b.year === undefined) return "unknown";
  if (a.year === b.year) return "same";
  const arePublished = a.place.isPrinted && b.place.isPrinted;
  // Reports and proceedings without authors have one title and perhaps one abstract every year.
  const isSeries = [a, b].every(({ place, people }) => series.has(place.kind) && isNobody(people));
  const longest = isSeries ? 0 : arePublished ? longestPrinting : longestWait;
  return Math.abs(a.year - b.year) <= longest ? "near" : "different";
}

const series = new Set<PlaceTraits["kind"]>(["book", "report"]);

/** Whether records of two years may be of two papers under one title. A preprint is published later. */
function ofTwoYears(a: Traits, b: Traits): Evidence["years"] {
  const both = [a, b];
  if (both.some(({ year, arxiv, place }) => year === undefined || arxiv || place.isPreprint)) {
    return "other";
  }
  if (both.some(({ title }) => title.isSerial) || both.every(({ people }) => isNobody(people))) {
    return "series";
  }
  return both.every(({ place }) => place.name !== "") ? "places" : "other";
}

function isNobody({ lastNames }: PeopleTraits): boolean {
  return lastNames.length === 0;
}
