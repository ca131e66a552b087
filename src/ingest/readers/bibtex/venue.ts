import { isInBook, typeOfEntry } from "../../../archive/citations/work-types.ts";
import { venueKindNamed } from "../exported-facts.ts";
import type { RawVenue } from "../venue.ts";
import { journalOf } from "./journal-macros.ts";

/** Where the work of an entry appeared. */
export interface BibVenue {
  venue: RawVenue;
  /** The title of a work in several volumes of which the venue, or the work itself, is one. */
  mainTitle: string | undefined;
}

/** Finds the venue of an entry. `field` is a field as it is written, `words` one without TeX. */
export function venueIn(
  type: string,
  field: (...names: string[]) => string | undefined,
  words: (name: string) => string,
): BibVenue {
  const either = (...names: string[]) => names.map(words).find((value) => value !== "");
  const named = journalOf(field("journal", "journaltitle")) ?? either("journal", "journaltitle");
  const journal = named && withParts(named, words, "journaltitle");
  const bookKind = venueKindNamed(field("venuetype")) ?? (isInBook(type) ? "book" : "conference");
  const isOfEvent = ["paper-conference", "manuscript"].includes(typeOfEntry(type, "") ?? "");
  const main = wholeTitle(words, "maintitle");
  const book = wholeTitle(words, "booktitle");
  const isInMain = journal === undefined && book === undefined && (isInBook(type) || isOfEvent);
  const name = journal ?? book ?? (isInMain ? main : undefined);
  return {
    venue: {
      kind: journal === undefined ? bookKind : "journal",
      name: name ?? either(...(isOfEvent ? ["eventtitle"] : [])),
      volume: words("volume"),
      number: either("number", "issue"),
      pages: words("pages") || articleNumber(words),
      publisher: words("publisher"),
    },
    mainTitle: isInMain || words("title") === "" || main === words("title") ? undefined : main,
  };
}

/** The number of an article without pages. REVTeX, ACM and Web of Science have it. */
function articleNumber(words: (name: string) => string): string | undefined {
  return ["eid", "articleno", "article-number"]
    .map(words)
    .find((text) => text !== "" && !/arxiv/i.test(text));
}

/** A title of biblatex with its subtitle and addon; undefined if the field is empty. */
function wholeTitle(words: (name: string) => string, name: string): string | undefined {
  const title = words(name);
  return title === "" ? undefined : withParts(title, words, name);
}

function withParts(title: string, words: (name: string) => string, name: string): string {
  const subtitle = words(name.replace("title", "subtitle"));
  const addon = words(`${name}addon`);
  return `${title}${subtitle && `: ${subtitle}`}${addon && `. ${addon}`}`;
}
