import { type Citation, oneLine, pageRange, remarksOf, urlOf } from "./citation.ts";
import { familyFirst, type Name, readNames } from "./names.ts";

const types = { journal: "JOUR", conference: "CPAPER", book: "CHAP" } as const;

/**
 * One record of RIS. Each line has a tag and a value and ends in CR and LF, as the format requires.
 */
export function risRecord(citation: Citation): string {
  const { id, titleText, authors, published, arxiv, doi, venue, abstract } = citation;
  const { first, last } = venue ? pageRange(venue) : {};
  const preprint = arxiv === undefined ? undefined : "arXiv";
  const fields: [tag: string, value: string | undefined][] = [
    // Unpublished work, which reference managers treat as a preprint. Anything that is not known to
    // be one is generic.
    ["TY", venue ? types[venue.kind] : arxiv === undefined ? "GEN" : "UNPB"],
    ["ID", id],
    ["TI", titleText],
    ...readNames(authors).map((name): [string, string] => ["AU", risName(name)]),
    ["PY", published?.slice(0, 4)],
    ["DA", published?.replaceAll("-", "/")],
    [venue?.kind === "journal" ? "JF" : "T2", venue?.name],
    ["VL", venue?.volume],
    ["IS", venue?.number],
    ["SP", first],
    ["EP", last],
    ["PB", venue ? venue.publisher : preprint],
    ["AN", arxiv === undefined ? undefined : `arXiv:${arxiv}`],
    ["DO", doi],
    ["UR", urlOf(citation)],
    ["AB", abstract],
    ...remarksOf(citation).map((remark): [string, string] => ["N1", remark]),
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
