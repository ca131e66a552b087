import { doiKey, isShortDoi } from "../../text/doi.ts";
import type { CleanPaper } from "../clean-paper.ts";
import { type PeopleTraits, peopleTraits } from "./people.ts";
import { type PlaceTraits, placeTraits } from "./places.ts";
import { abstractWords, type TextKeys, textKeysOf } from "./text-keys.ts";
import { type TitleTraits, titleTraits } from "./titles.ts";

/** What is compared of a record, prepared once. */
export interface Traits {
  record: CleanPaper;
  arxiv?: string;
  doi?: string;
  title: TitleTraits;
  people: PeopleTraits;
  /** The words of the abstract in order, each once. */
  abstract: ReadonlySet<string>;
  keys: TextKeys;
  year?: number;
  place: PlaceTraits;
}

/** Prepares a record for comparisons. Most are only looked up, so each trait is found when it is read. */
export function traitsOf(record: CleanPaper): Traits {
  return new RecordTraits(record);
}

class RecordTraits implements Traits {
  readonly record: CleanPaper;
  readonly arxiv?: string;
  readonly doi?: string;
  readonly year?: number;
  #title: TitleTraits | undefined;
  #people: PeopleTraits | undefined;
  #abstract: ReadonlySet<string> | undefined;
  #keys: TextKeys | undefined;
  #place: PlaceTraits | undefined;

  constructor(record: CleanPaper) {
    const { ids } = record;
    this.record = record;
    if (ids.arxiv !== undefined) this.arxiv = ids.arxiv.toLowerCase();
    // A short DOI may stand for the full one of another record.
    if (ids.doi !== undefined && !isShortDoi(ids.doi)) this.doi = doiKey(ids.doi);
    const year = /^\d{4}/.exec(record.published ?? record.publishedIn ?? "")?.[0];
    if (year !== undefined) this.year = Number(year);
  }

  get title(): TitleTraits {
    this.#title ??= titleTraits(this.record.titleText);
    return this.#title;
  }

  get people(): PeopleTraits {
    const { authors, reference } = this.record;
    const names = () => authors.map(({ name }) => name);
    this.#people ??= peopleTraits(names(), reference?.authorsCut === true);
    return this.#people;
  }

  get abstract(): ReadonlySet<string> {
    this.#abstract ??= abstractWords(this.record);
    return this.#abstract;
  }

  get keys(): TextKeys {
    this.#keys ??= textKeysOf(this.record, () => this.title);
    return this.#keys;
  }

  get place(): PlaceTraits {
    this.#place ??= placeTraits(this.record);
    return this.#place;
  }
}
