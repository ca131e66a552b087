import { type Citation, oneLine, type TextPart, typeOf, urlOf, withinLine } from "./citation.ts";
import { idsIfOwn } from "./extras.ts";
import { keywordsAsLatex } from "./keywords.ts";
import { formulaAsLatex, marked, paragraphsAsLatex, textAsLatex } from "./latex.ts";
import { familyFirst, type Name, readNames } from "./names.ts";
import { remarksOf } from "./remarks.ts";
import { keptWords, type TitlePart, titleWords } from "./title-words.ts";
import { entryTypeOf, isInBook, typeOfEntry } from "./work-types.ts";

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * One entry of BibTeX, which biblatex reads too. The key is the owner's, or else the paper's id: both
 * are unique in the archive. An id whose place the owner's key takes is in `ids`, unless it is the arXiv id.
 */
export function bibtexEntry(citation: Citation): string {
  const { id, key = id } = citation;
  const { type, subtype } = entryTypeOf(typeOf(citation), citation.work ?? {});
  const fields: Field[] = [
    ...peopleFields(citation),
    ...dateFields(citation),
    ...publicationFields(citation, type),
    ["entrysubtype", subtype],
    ["csltype", typeIfUnsaid(citation, type, subtype)],
    ["venuetype", venueIfUnsaid(citation, type)],
    ...idFields(citation),
    ...textFields(citation),
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${braced(value)}`] : []));
  return `@${type}{${key},\n${lines.join(",\n")}\n}\n`;
}

/** The name of a field and its value, which gets braces unless it is a macro. */
type Field = [name: string, value: string | { macro: string } | undefined];

function braced(value: string | { macro: string }): string {
  return typeof value === "string" ? `{${value}}` : value.macro;
}

function peopleFields({ title, authors, work = {} }: Citation): Field[] {
  const list = (people: readonly string[], isCut: true | undefined) => {
    const names = readNames(people, work.families).map(nameAsLatex);
    return [...names, ...(isCut && names.length > 0 ? ["others"] : [])].join(" and ");
  };
  return [
    ["title", titleAsLatex(title, work.properNames)],
    ["author", list(authors, work.authorsCut)],
    ["editor", list(work.editors ?? [], work.editorsCut)],
    ["translator", list(work.translators ?? [], undefined)],
    ["bookauthor", list(work.bookAuthors ?? [], undefined)],
  ];
}

function dateFields({ published }: Citation): Field[] {
  const month = months[Number(published?.slice(5, 7)) - 1];
  const day = published?.slice(8, 10);
  return [
    ["year", published?.slice(0, 4)],
    // A macro, which bibliography styles write in their language.
    ["month", month === undefined ? undefined : { macro: month }],
    // BibTeX styles do not print it, but reference managers read the full date from it.
    ["day", day ? String(Number(day)) : undefined],
  ];
}

function publicationFields({ venue, work = {} }: Citation, type: string): Field[] {
  const place: Field[] = [
    [venue?.kind === "journal" ? "journal" : "booktitle", venue?.name],
    ["titleaddon", work.titleAddon],
    ["maintitle", work.mainTitle],
    ["chapter", work.chapter],
    ["volume", venue?.volume ?? work.volume],
    ["number", venue?.number ?? work.number],
    ["pages", (venue?.pages ?? work.pages)?.replace(/-/g, "--")],
    ["publisher", venue?.publisher ?? work.publisher],
    [institutionField(type), work.institution],
    ["type", work.genre],
    ["address", work.place],
    ["series", work.series],
    ["edition", work.edition],
    ["version", work.version],
    ["isbn", work.isbn],
    ["issn", work.issn],
    ["howpublished", work.howPublished],
    ["note", work.note],
  ];
  return place.map(([name, value]) => [
    name,
    typeof value === "string" ? textAsLatex(oneLine(value), name === "pages") : undefined,
  ]);
}

/** Where BibTeX and biblatex have the institution behind a work. */
function institutionField(type: string): string {
  if (type.endsWith("thesis")) return "school";
  return type === "techreport" || type === "unpublished" ? "institution" : "organization";
}

/** The type of a work in CSL, if the entry would be read as another one. */
function typeIfUnsaid(citation: Citation, type: string, subtype = ""): string | undefined {
  const own = typeOf(citation);
  const work = { ...citation.work, type: typeOfEntry(type, subtype) };
  return typeOf({ ...citation, work }) === own ? undefined : own;
}

/** The kind of venue, if `booktitle` would be read as that of another one. */
function venueIfUnsaid({ venue }: Citation, type: string): string | undefined {
  if (venue === undefined || venue.kind === "journal") return undefined;
  return isInBook(type) === (venue.kind === "book") ? undefined : venue.kind;
}

function idFields(citation: Citation): Field[] {
  const { id, key = id, arxiv, primaryClass, doi, aliases } = citation;
  const url = urlOf(citation);
  // An id that is the arXiv id is in the entry already.
  const others = [...(key === id ? [] : [id]), ...aliases].filter((other) => other !== arxiv);
  return [
    ["eprint", arxiv],
    // The first name is biblatex's, the other two are those of arXiv itself.
    ["eprinttype", arxiv && "arxiv"],
    ["archiveprefix", arxiv && "arXiv"],
    ["primaryclass", arxiv && primaryClass],
    ["doi", doi && verbatim(doi)],
    ["url", url && verbatim(url)],
    // Older exports have other keys.
    ["ids", others.join(",")],
    ["offprint", idsIfOwn(citation)?.join(", ")],
  ];
}

function textFields(citation: Citation): Field[] {
  const remarks = remarksOf(citation).join("; ");
  return [
    ["abstract", citation.abstract && paragraphsAsLatex(citation.abstract)],
    ["keywords", citation.keywords && keywordsAsLatex(citation.keywords)],
    // Reference managers show it; bibliographies do not print it.
    ["annote", textAsLatex(oneLine(remarks))],
  ];
}

function titleAsLatex(title: readonly TextPart[], names: readonly string[] = []): string {
  const words = titleWords(title);
  const kept = new Set([...names, ...[...keptWords(words)].filter((word) => word.length > 1)]);
  const write = (parts: readonly TitlePart[]): string =>
    parts
      .map((part, index) => {
        if ("mark" in part) return marked(part.mark, write(part.parts));
        if ("word" in part) {
          const latex = textAsLatex(part.word);
          return part.isKept || kept.has(part.word) ? `{${latex}}` : latex;
        }
        if ("text" in part) return textAsLatex(part.text);
        const formula = formulaAsLatex(part.math, parts[index + 1]);
        // In braces, because styles that change a title to lower case would also change the formula.
        return formula ? `{${formula}}` : textAsLatex(withinLine(part.math));
      })
      .join("");
  return write(words).trim();
}

function nameAsLatex(name: Name): string {
  if ("literal" in name) return `{${textAsLatex(name.literal)}}`;
  // BibTeX writes the suffix between family and given name.
  const { suffix, ...plain } = name;
  const [family = "", given = ""] = familyFirst(plain).split(", ");
  return [family, ...(suffix === undefined ? [] : [suffix]), given]
    .map((part) => (dividesNames.test(part) ? `{${textAsLatex(part)}}` : textAsLatex(part)))
    .join(", ");
}

/** What BibTeX and its readers take for the end of a name, unless braces are around it. */
const dividesNames = /(?<!\S)and(?!\S)|;/i;

/** The value of an address field: unchanged, except for characters that would end the field. */
function verbatim(address: string): string {
  return oneLine(address).replace(/[{}\\$\s]/g, (character) => encodeURIComponent(character));
}
