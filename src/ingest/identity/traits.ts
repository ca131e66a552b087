import { plainText } from "../../math/tree-text.ts";
import { doiKey, isShortDoi } from "../../text/doi.ts";
import type { CleanPaper } from "../clean-paper.ts";
import { type PeopleTraits, peopleTraits } from "./people.ts";
import { type PlaceTraits, placeTraits } from "./places.ts";
import { type TitleTraits, titleTraits, wordsOf } from "./titles.ts";

/** What is compared of a record, prepared once. */
export interface Traits {
  record: CleanPaper;
  arxiv?: string;
  doi?: string;
  title: TitleTraits;
  people: PeopleTraits;
  /** The words of the abstract in order, each once. */
  abstract: ReadonlySet<string>;
  /** Its first and its last words; none of a short one. */
  ends: { first?: string; last?: string };
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
  readonly title: TitleTraits;
  #people: PeopleTraits | undefined;
  #abstract: ReadonlySet<string> | undefined;
  #ends: Traits["ends"] | undefined;
  #place: PlaceTraits | undefined;

  constructor(record: CleanPaper) {
    const { ids, titleText } = record;
    this.record = record;
    this.title = titleTraits(titleText);
    if (ids.arxiv !== undefined) this.arxiv = ids.arxiv.toLowerCase();
    // A short DOI may stand for the full one of another record.
    if (ids.doi !== undefined && !isShortDoi(ids.doi)) this.doi = doiKey(ids.doi);
    const year = /^\d{4}/.exec(record.published ?? record.publishedIn ?? "")?.[0];
    if (year !== undefined) this.year = Number(year);
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

  get ends(): Traits["ends"] {
    // The words of all abstracts of an archive would fill the memory.
    this.#ends ??= endsOf(this.#abstract ?? abstractWords(this.record));
    return this.#ends;
  }

  get place(): PlaceTraits {
    this.#place ??= placeTraits(this.record);
    return this.#place;
  }
}

function abstractWords({ abstract }: CleanPaper): ReadonlySet<string> {
  return new Set(wordsOf(abstract.map(({ children }) => plainText(children)).join(" ")));
}

// In words. A title that was changed or damaged is found by the beginning or end of the abstract.
const wordsOfEnd = 8;

function endsOf(words: ReadonlySet<string>): Traits["ends"] {
  if (words.size < wordsOfEnd) return {};
  const all = [...words];
  return {
    first: all.slice(0, wordsOfEnd).join(" "),
    last: all.slice(-wordsOfEnd).join(" "),
  };
}
