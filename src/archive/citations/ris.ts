import { defined } from "../../schemas/defined.ts";
import { type Citation, oneLine, pageRange, type TextPart, typeOf, urlOf } from "./citation.ts";
import { type Extras, extraNames, extrasOf, publisherField, venueKinds } from "./extras.ts";
import { keywordsOfRis, plainKeywords } from "./keywords.ts";
import { familyFirst, type Name, readNames } from "./names.ts";
import { remarksOf } from "./remarks.ts";
import { isIsbn, isIssn } from "./serial-numbers.ts";
import { textWithTags, withoutTags } from "./texts.ts";
import { risTypes, typeOfRis } from "./work-types.ts";

type Field = [tag: string, value: string | undefined];

/**
 * One record of RIS. Each line has a tag and a value and ends in CR and LF, as the format requires.
 */
export function risRecord(citation: Citation): string {
  const { id, key = id, work = {}, authors, published, arxiv, doi, abstract } = citation;
  const type = risTypes[typeOf(citation)];
  const fields: Field[] = [
    ["TY", type],
    ["ID", key],
    ["TI", textWithTags(citation.title)],
    ...readNames(authors, work.families).map((name): Field => ["AU", risName(name)]),
    ["AU", work.authorsCut && authors.length > 0 ? "et al." : undefined],
    ...readNames(work.editors ?? [], work.families).map((name): Field => ["ED", risName(name)]),
    ["ED", work.editorsCut && work.editors ? "et al." : undefined],
    ...readNames(work.translators ?? [], work.families).map((name): Field => ["A4", risName(name)]),
    ["PY", published?.slice(0, 4)],
    ["DA", published?.replaceAll("-", "/")],
    ...publicationFields(citation, type),
    ["AN", arxiv === undefined ? undefined : `arXiv:${arxiv}`],
    ["DO", doi],
    ["UR", urlOf(citation)],
    // A field is one line, so paragraphs are not divided.
    ["AB", abstract && textWithTags(inOneLine(abstract))],
    ...plainKeywords(citation.keywords, keywordsOfRis).written.map(
      (keyword): Field => ["KW", keyword],
    ),
    ["N1", work.note],
    ...remarksOf(citation).map((remark): Field => ["N1", remark]),
    ...extraFields(citation, type),
  ];
  const lines = fields.flatMap(([tag, value]) => {
    const text = oneLine(value ?? "");
    return text === "" ? [] : [`${tag}  - ${text}`];
  });
  return [...lines, "ER  - ", ""].join("\r\n");
}

function inOneLine(paragraphs: readonly TextPart[][]): TextPart[] {
  return paragraphs.flatMap((parts, index) => (index > 0 ? [{ text: " " }, ...parts] : parts));
}

function publicationFields(citation: Citation, type: string): Field[] {
  const { venue, work = {}, arxiv } = citation;
  const { first, last } = pageRange(venue?.pages ?? work.pages);
  const preprint = arxiv !== undefined && venue === undefined ? "arXiv" : undefined;
  const serials = serialNumbers(citation, type);
  return [
    [venue?.kind === "journal" ? "JF" : "T2", venue && withoutTags(venue.name)],
    ["VL", venue?.volume ?? work.volume],
    ["IS", venue?.number],
    ["M1", isInM1(citation, type) ? work.number : undefined],
    ["SP", first],
    ["EP", last],
    ["PB", publisherField(citation).value ?? preprint],
    ["M3", hasGenre(type) ? work.genre : undefined],
    // Zotero takes `CY` for the place of a conference.
    [type === "CPAPER" ? "C1" : "CY", work.place],
    ["T3", work.series],
    ["ET", isVersioned(type) ? work.version : work.edition],
    ...serials.map((value): Field => ["SN", value]),
  ];
}

/** Whether the number of a work is in `M1`, which is something else in articles. */
function isInM1({ venue }: Citation, type: string): boolean {
  return venue === undefined && hasGenre(type) && !hasOwnNumber(type);
}

/** The types whose `M3` names a kind of report or thesis; in others it may be a DOI. */
export function hasGenre(type: string): boolean {
  return venueKinds[typeOfRis(type) ?? ""] === undefined;
}

/** The types whose own number is in `SN`. */
export function hasOwnNumber(type: string): boolean {
  return type === "RPRT" || type === "PAT";
}

/** The types whose `ET` is a version, as in EndNote. */
export function isVersioned(type: string): boolean {
  return type === "COMP";
}

/** What is in `SN`, by the shape of a number. */
function serialNumbers({ work = {}, venue }: Citation, type: string): string[] {
  const { isbn, issn, number } = work;
  const own = hasOwnNumber(type) && venue === undefined ? number : undefined;
  return [
    isbn !== undefined && isIsbn(isbn) ? isbn : undefined,
    issn !== undefined && isIssn(issn) ? issn : undefined,
    own !== undefined && !isIsbn(own) && !isIssn(own) ? own : undefined,
  ].filter((value) => value !== undefined);
}

/** Zotero reads `M2` as its "Extra". */
function extraFields(citation: Citation, type: string): Field[] {
  const { work = {} } = citation;
  const { number, isbn, issn, genre, edition, version } = work;
  const own = typeOf(citation);
  const asRead = typeOf({ ...citation, work: { ...work, type: typeOfRis(type) } });
  const isInField = isInM1(citation, type) || serialNumbers(citation, type).includes(number ?? "");
  const extras: Extras = {
    ...extrasOf(citation),
    ...defined({
      type: own === asRead ? undefined : own,
      genre: hasGenre(type) ? undefined : genre,
      number: isInField ? undefined : number,
      ...(isVersioned(type) ? { edition } : { version }),
      isbn: isbn !== undefined && !isIsbn(isbn) ? isbn : undefined,
      issn: issn !== undefined && !isIssn(issn) ? issn : undefined,
      keywords: plainKeywords(citation.keywords, keywordsOfRis).unclear,
      "tex.bookauthor":
        work.bookAuthors && readNames(work.bookAuthors, work.families).map(risName).join("; "),
      "tex.chapter": work.chapter,
    }),
  };
  return extraNames.flatMap((name): Field[] => {
    const value = extras[name];
    return value === undefined ? [] : [["M2", `${name}: ${value}`]];
  });
}

// Without its comma a group's last word would be taken for a family name.
function risName(name: Name): string {
  return "literal" in name && name.literal.includes(" ") ? `${name.literal},` : familyFirst(name);
}
