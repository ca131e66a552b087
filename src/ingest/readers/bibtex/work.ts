import type { WorkType } from "../../../schemas/work-types.ts";
import type { RawWork } from "../work-facts.ts";

/** The types of BibTeX and biblatex in the words of CSL. */
const types: ReadonlyMap<string, WorkType> = new Map([
  ["article", "article-journal"],
  ["periodical", "article-journal"],
  ["suppperiodical", "article-journal"],
  ["inproceedings", "paper-conference"],
  ["conference", "paper-conference"],
  ["incollection", "chapter"],
  ["inbook", "chapter"],
  ["bookinbook", "chapter"],
  ["suppbook", "chapter"],
  ["suppcollection", "chapter"],
  ["book_section", "chapter"],
  ["inreference", "entry-encyclopedia"],
  ["book", "book"],
  ["mvbook", "book"],
  ["collection", "book"],
  ["mvcollection", "book"],
  ["proceedings", "book"],
  ["mvproceedings", "book"],
  ["reference", "book"],
  ["booklet", "book"],
  ["manual", "report"],
  ["techreport", "report"],
  ["report", "report"],
  ["phdthesis", "thesis"],
  ["mastersthesis", "thesis"],
  ["bachelorsthesis", "thesis"],
  ["thesis", "thesis"],
  ["patent", "patent"],
  ["dataset", "dataset"],
  ["data", "dataset"],
  ["software", "software"],
  ["softwareversion", "software"],
  ["standard", "standard"],
  ["online", "webpage"],
  ["electronic", "webpage"],
  ["www", "webpage"],
  ["web_page", "webpage"],
  ["webpage", "webpage"],
  ["unpublished", "manuscript"],
  ["preprint", "article"],
]);

const genres: Readonly<Record<string, string>> = {
  phdthesis: "PhD thesis",
  mastersthesis: "Master's thesis",
  bachelorsthesis: "Bachelor's thesis",
};
// The keys that biblatex writes for these.
const genreKeys: Readonly<Record<string, string>> = {
  phdthesis: "PhD thesis",
  mathesis: "Master's thesis",
  bathesis: "Bachelor's thesis",
  candthesis: "Candidate thesis",
  techreport: "Technical report",
  resreport: "Research report",
};

/** Where an entry's publisher belongs to its venue, not to the work itself. */
const inVenue: ReadonlySet<WorkType | undefined> = new Set<WorkType>([
  "article-journal",
  "paper-conference",
  "chapter",
  "entry-encyclopedia",
]);

/**
 * What an entry says of a work besides its venue. `words` is a field without TeX, or an empty text.
 */
export function workOf(
  type: string,
  words: (name: string) => string,
  editors: readonly string[],
): RawWork {
  const known = types.get(type);
  const genre = words("type");
  const either = (...names: string[]) => names.map(words).find((text) => text !== "");
  const isInVenue = inVenue.has(known);
  return {
    type: known,
    genre: genreKeys[genre.toLowerCase()] ?? (genre || genres[type]),
    editors: [...editors],
    publisher: isInVenue ? undefined : words("publisher"),
    institution: either("school", "institution", "organization"),
    place: either("location", "address"),
    series: words("series"),
    edition: words("edition"),
    number: isInVenue ? undefined : words("number"),
    isbn: words("isbn"),
    issn: words("issn"),
    howPublished: isAddress(words("howpublished")) ? undefined : words("howpublished"),
    note: words("note"),
  };
}

/** Whether a field is only an address, which is a link of the paper then. */
function isAddress(text: string): boolean {
  return /^(?:\\url\s*\{|https?:\/\/)\S*$/.test(text);
}
