import type { WorkType } from "../../schemas/work-types.ts";
import { type Citation, oneLine, pageRange, remarksOf, typeOf, urlOf } from "./citation.ts";
import { familyFirst, type Name, readNames } from "./names.ts";

/** CSL's types in RIS. */
const types: Readonly<Record<WorkType, string>> = {
  // Unpublished work, which reference managers treat as a preprint.
  article: "UNPB",
  "article-journal": "JOUR",
  "article-magazine": "MGZN",
  "article-newspaper": "NEWS",
  book: "BOOK",
  chapter: "CHAP",
  dataset: "DATA",
  document: "GEN",
  "entry-encyclopedia": "ENCYC",
  manuscript: "MANSCPT",
  "paper-conference": "CPAPER",
  patent: "PAT",
  report: "RPRT",
  software: "COMP",
  standard: "STAND",
  thesis: "THES",
  webpage: "ELEC",
};

type Field = [tag: string, value: string | undefined];

/**
 * One record of RIS. Each line has a tag and a value and ends in CR and LF, as the format requires.
 */
export function risRecord(citation: Citation): string {
  const {
    id,
    key = id,
    work = {},
    titleText,
    authors,
    published,
    arxiv,
    doi,
    venue,
    abstract,
  } = citation;
  const { first, last } = venue ? pageRange(venue) : {};
  const preprint = arxiv === undefined ? undefined : "arXiv";
  const fields: Field[] = [
    ["TY", types[typeOf(citation)]],
    ["ID", key],
    ["TI", titleText],
    ...readNames(authors).map((name): Field => ["AU", risName(name)]),
    ...(work.authorsCut && authors.length > 0 ? [["AU", "et al."] satisfies Field] : []),
    ...readNames(work.editors ?? []).map((name): Field => ["ED", risName(name)]),
    ["PY", published?.slice(0, 4)],
    ["DA", published?.replaceAll("-", "/")],
    [venue?.kind === "journal" ? "JF" : "T2", venue?.name],
    ["VL", venue?.volume],
    [venue === undefined ? "M1" : "IS", venue?.number ?? work.number],
    ["SP", first],
    ["EP", last],
    [
      "PB",
      venue?.publisher ?? work.publisher ?? work.institution ?? (venue ? undefined : preprint),
    ],
    ["M3", work.genre],
    ["CY", work.place],
    ["T3", work.series],
    ["ET", work.edition],
    ["SN", work.isbn ?? work.issn],
    ["AN", arxiv === undefined ? undefined : `arXiv:${arxiv}`],
    ["DO", doi],
    ["UR", urlOf(citation)],
    ["AB", abstract],
    ["N1", work.howPublished],
    ["N1", work.note],
    ...remarksOf(citation).map((remark): Field => ["N1", remark]),
  ];
  const lines = fields.flatMap(([tag, value]) => {
    const text = oneLine(value ?? "");
    return text === "" ? [] : [`${tag}  - ${text}`];
  });
  return [...lines, "ER  - ", ""].join("\r\n");
}

// Without its comma a group's last word would be taken for a family name.
function risName(name: Name): string {
  return "literal" in name && name.literal.includes(" ") ? `${name.literal},` : familyFirst(name);
}
