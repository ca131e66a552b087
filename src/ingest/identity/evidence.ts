import { comparePeople, type PeopleTraits } from "./people.ts";
import {
  compareForms,
  comparePages,
  comparePlaces,
  isOnePrinting,
  type PlaceTraits,
} from "./places.ts";
import { compareTitles, haveOtherNumbers, isOtherPart, type TitleTraits } from "./titles.ts";
import type { Traits } from "./traits.ts";

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

// Abstracts of different papers with the same title share about a third of their words.
const sameAbstract = 0.6;
const equalAbstract = 0.9;
const sameCutAbstract = 0.8;
// In words. Shorter texts may agree by chance, or be a publisher's note.
const longAbstract = 30;
// In years, between a preprint and its publication, and between two ways to date a publication.
const longestWait = 3;
const longestPrinting = 1;

/**
 * Compares two records, with or without their ids. Each kind of evidence is found when it is read, since
 * the first ones often decide.
 */
export function evidenceOf(a: Traits, b: Traits, { despiteIds = false } = {}): Evidence {
  return new PairEvidence(a, b, despiteIds);
}

class PairEvidence implements Evidence {
  readonly #a: Traits;
  readonly #b: Traits;
  readonly arxiv: Compared;
  readonly doi: Compared;
  readonly id: Compared;
  #title: Evidence["title"] | undefined;
  #authors: Evidence["authors"] | undefined;
  #abstract: Evidence["abstract"] | undefined;
  #place: Compared | undefined;

  constructor(a: Traits, b: Traits, despiteIds: boolean) {
    [this.#a, this.#b] = [a, b];
    this.arxiv = despiteIds ? "unknown" : compared(a.arxiv, b.arxiv);
    this.doi = despiteIds ? "unknown" : compared(a.doi, b.doi);
    this.id = this.arxiv === "same" || this.doi === "same" ? "same" : "unknown";
  }

  get title(): Evidence["title"] {
    this.#title ??= compareTitles(this.#a.title, this.#b.title);
    return this.#title;
  }

  get kind(): Evidence["kind"] {
    const [a, b] = [this.#a.title.kind, this.#b.title.kind];
    return kinds.find((kind) => a === kind || b === kind) ?? "distinct";
  }

  get part(): Evidence["part"] {
    return isOtherPart(this.#a.title, this.#b.title) ? "different" : "same";
  }

  get numbers(): Evidence["numbers"] {
    return haveOtherNumbers(this.#a.title, this.#b.title) ? "different" : "same";
  }

  get authors(): Evidence["authors"] {
    this.#authors ??= comparePeople(this.#a.people, this.#b.people);
    return this.#authors;
  }

  get abstract(): Evidence["abstract"] {
    this.#abstract ??= abstracts(this.#a.abstract, this.#b.abstract);
    return this.#abstract;
  }

  get year(): Evidence["year"] {
    return years(this.#a, this.#b);
  }

  get place(): Compared {
    this.#place ??= comparePlaces(this.#a.place, this.#b.place);
    return this.#place;
  }

  get pages(): Compared {
    const [a, b] = [this.#a, this.#b];
    return comparePages(a.place, b.place, a.year !== undefined && a.year === b.year);
  }

  get years(): Evidence["years"] {
    const [a, b] = [this.#a, this.#b];
    const isOne = a.year === b.year || (this.place === "same" && isOnePrinting(a.place, b.place));
    return isOne ? "other" : ofTwoYears(a, b);
  }

  get form(): Evidence["form"] {
    return compareForms(this.#a.place, this.#b.place);
  }
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
