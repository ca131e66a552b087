import { narrowerType, typeOfEntry } from "../../../archive/citations/work-types.ts";
import { workTypeNamed } from "../exported-facts.ts";
import type { RawWork } from "../work-facts.ts";
import type { BibNames } from "./names.ts";

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
  software: "Computer software",
  patentde: "German patent",
  patenteu: "European patent",
  patentfr: "French patent",
  patentuk: "British patent",
  patentus: "U.S. patent",
  patreq: "Patent request",
  patreqde: "German patent request",
  patreqeu: "European patent request",
  patreqfr: "French patent request",
  patrequk: "British patent request",
  patrequs: "U.S. patent request",
};

// The keys of biblatex for the state of publication.
const statusKeys: Readonly<Record<string, string>> = {
  inpreparation: "In preparation",
  submitted: "Submitted",
  forthcoming: "Forthcoming",
  inpress: "In press",
  prepublished: "Prepublished",
};

/** The state of publication in words; undefined if the field is empty. */
export function publicationStatus(pubstate: string): string | undefined {
  return statusKeys[pubstate.toLowerCase()] ?? (pubstate || undefined);
}

type WorkPeople = "editors" | "translators" | "bookAuthors";

/**
 * What an entry says of a work besides its venue. `words` is a field without TeX, or an empty text.
 */
export function workOf(
  type: string,
  words: (name: string) => string,
  { editors, translators, bookAuthors }: Record<WorkPeople, Pick<BibNames, "names" | "cut">>,
): RawWork {
  const genre = words("type");
  const either = (...names: string[]) => names.map(words).find((text) => text !== "");
  return {
    type: workTypeNamed(words("csltype")) ?? typeOfEntry(type, words("entrysubtype")),
    entryType: narrowerType(type),
    genre: genreKeys[genre.toLowerCase()] ?? (genre || genres[type]),
    editors: editors.names,
    editorsCut: editors.cut || undefined,
    translators: translators.names,
    bookAuthors: bookAuthors.names,
    titleAddon: words("titleaddon"),
    chapter: words("chapter"),
    publisher: words("publisher"),
    institution: either(
      "school",
      "institution",
      "organization",
      ...(type === "patent" ? ["holder", "assignee"] : []),
    ),
    // The keys that biblatex writes for the countries of patents.
    place: either("location", "address")?.replace(/^country([a-z]{2})$/, (_, code: string) =>
      code.toUpperCase(),
    ),
    series: words("series"),
    edition: words("edition"),
    version: words("version"),
    isbn: words("isbn"),
    issn: either("issn", "eissn"),
    howPublished: isAddress(words("howpublished")) ? undefined : words("howpublished"),
    note: ["note", "addendum", "issuetitle"].map(words).filter(Boolean).join("; "),
  };
}

/** Whether a field is only an address, which is a link of the paper then. */
function isAddress(text: string): boolean {
  return /^(?:\\url\s*\{|https?:\/\/)\S*$/.test(text);
}
