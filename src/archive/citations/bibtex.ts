import type { WorkType } from "../../schemas/work-types.ts";
import {
  type Citation,
  oneLine,
  remarksOf,
  type TitlePart,
  typeOf,
  urlOf,
  withinLine,
} from "./citation.ts";
import { formulaAsLatex, textAsLatex } from "./latex.ts";
import { familyFirst, type Name, readNames } from "./names.ts";

/** CSL's types in BibTeX, or in biblatex where BibTeX has none. */
const types: Readonly<Record<WorkType, string>> = {
  article: "misc",
  "article-journal": "article",
  "article-magazine": "article",
  "article-newspaper": "article",
  book: "book",
  chapter: "incollection",
  dataset: "dataset",
  document: "misc",
  "entry-encyclopedia": "inreference",
  manuscript: "unpublished",
  "paper-conference": "inproceedings",
  patent: "patent",
  report: "techreport",
  software: "software",
  standard: "standard",
  thesis: "phdthesis",
  webpage: "online",
};
const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * One entry of BibTeX, which biblatex reads too. The key is the owner's, or else the paper's id: both
 * are unique in the archive. An id whose place the owner's key takes is in `ids`.
 */
export function bibtexEntry(citation: Citation): string {
  const {
    id,
    key = id,
    title,
    authors,
    published,
    arxiv,
    doi,
    venue,
    abstract,
    aliases,
  } = citation;
  const { work = {} } = citation;
  const type = bibtexType(citation);
  const others = work.authorsCut ? ["others"] : [];
  const editors = readNames(work.editors ?? []).map(nameAsLatex);
  // Older exports have other keys.
  const keys = [...(key === id ? [] : [id]), ...aliases];
  const names = readNames(authors);
  const url = urlOf(citation);
  const month = months[Number(published?.slice(5, 7)) - 1];
  const day = published?.slice(8, 10);
  const remarks = remarksOf(citation);
  const fields: [name: string, value: string | undefined][] = [
    ["title", `{${titleAsLatex(title)}}`],
    ["author", inBracesIfAny([...names.map(nameAsLatex), ...(names.length > 0 ? others : [])])],
    ["editor", inBracesIfAny(editors)],
    ["year", published && `{${published.slice(0, 4)}}`],
    // A macro, which bibliography styles write in their language.
    ["month", month],
    // BibTeX styles do not print it, but reference managers read the full date from it.
    ["day", day && `{${Number(day)}}`],
    [venue?.kind === "journal" ? "journal" : "booktitle", venue && inBraces(venue.name)],
    ["volume", inBraces(venue?.volume)],
    ["number", inBraces(venue?.number ?? work.number)],
    ["pages", inBraces(venue?.pages)?.replace(/-/g, "--")],
    ["publisher", inBraces(venue?.publisher ?? work.publisher)],
    [type.endsWith("thesis") ? "school" : "institution", inBraces(work.institution)],
    ["type", inBraces(work.genre)],
    ["address", inBraces(work.place)],
    ["series", inBraces(work.series)],
    ["edition", inBraces(work.edition)],
    ["isbn", inBraces(work.isbn)],
    ["issn", inBraces(work.issn)],
    ["howpublished", inBraces(work.howPublished)],
    ["note", inBraces(work.note)],
    ["eprint", arxiv && `{${arxiv}}`],
    ["archiveprefix", arxiv && "{arXiv}"],
    ["doi", doi && `{${verbatim(doi)}}`],
    ["url", url && `{${verbatim(url)}}`],
    ["ids", keys.length > 0 ? `{${keys.join(",")}}` : undefined],
    ["abstract", abstract && `{${textAsLatex(oneLine(abstract))}}`],
    // Reference managers show it; bibliographies do not print it.
    ["annote", remarks.length > 0 ? `{${textAsLatex(oneLine(remarks.join("; ")))}}` : undefined],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value}`] : []));
  return `@${type}{${key},\n${lines.join(",\n")}\n}\n`;
}

/** The type of an entry. A master's thesis has one of its own. */
function bibtexType(citation: Citation): string {
  const type = typeOf(citation);
  const isMasters = type === "thesis" && /\bmaster|\bm\.?sc/i.test(citation.work?.genre ?? "");
  return isMasters ? "mastersthesis" : types[type];
}

function inBracesIfAny(names: readonly string[]): string | undefined {
  return names.length > 0 ? `{${names.join(" and ")}}` : undefined;
}

function inBraces(text: string | undefined): string | undefined {
  return text && `{${textAsLatex(oneLine(text))}}`;
}

function titleAsLatex(parts: readonly TitlePart[]): string {
  const pieces: { text: string; verbatim?: string }[] = parts.map((part) => {
    if ("text" in part) return part;
    const formula = formulaAsLatex(part.math);
    // In braces, because styles that change a title to lower case would also change the formula.
    return formula === undefined ? { text: part.math } : { text: "", verbatim: `{${formula}}` };
  });
  const whole = pieces.map(({ text }) => text).join(" ");
  const sentence = isSentenceCase(whole);
  let first = true;
  const written = pieces.map(({ text, verbatim: formula }) => {
    const made = formula ?? withCapitals(withinLine(text), sentence, first);
    if (text.trim() !== "" || formula !== undefined) first = false;
    return made;
  });
  return written.join("").trim();
}

const word = /[\p{L}\p{M}\p{N}]+/gu;

/** Puts braces around words whose capitals must be kept: not those of title case or a first word. */
function withCapitals(text: string, sentence: boolean, first: boolean): string {
  let made = "";
  let done = 0;
  // Whether a mark that ends a sentence or a title came, and no letter since.
  let ended = false;
  for (const found of text.matchAll(word)) {
    const [letters] = found;
    if (/[:.?!]/.test(text.slice(done, found.index))) ended = true;
    const begins = ended || (first && done === 0);
    if (/\p{L}/u.test(letters)) ended = false;
    const next = text[found.index + letters.length];
    made += textAsLatex(text.slice(done, found.index));
    const latex = textAsLatex(letters);
    made += keepsCapitals(letters, next, sentence && !begins) ? `{${latex}}` : latex;
    done = found.index + letters.length;
  }
  return made + textAsLatex(text.slice(done));
}

function keepsCapitals(letters: string, next: string | undefined, isProperName: boolean): boolean {
  if (!/\p{Lu}/u.test(letters)) return false;
  // LLM, iPhone, L2, and letters with a meaning: Q-learning, A*.
  if (/.\p{Lu}/u.test(letters) || /\p{N}/u.test(letters)) return true;
  if ([...letters].length === 1) return letters !== "A" || (next !== undefined && next !== " ");
  return isProperName;
}

/** Whether most longer words start in lower case, so that a capital letter marks a name. */
function isSentenceCase(title: string): boolean {
  const words = (title.match(word) ?? []).slice(1).filter((letters) => letters.length > 3);
  const small = words.filter((letters) => /^\p{Ll}/u.test(letters)).length;
  return small > words.length / 2;
}

function nameAsLatex(name: Name): string {
  if ("literal" in name) return `{${textAsLatex(name.literal)}}`;
  // BibTeX writes the suffix between family and given name.
  const { suffix, ...plain } = name;
  const [family = "", given = ""] = familyFirst(plain).split(", ");
  return [family, ...(suffix === undefined ? [] : [suffix]), given].map(textAsLatex).join(", ");
}

/** The value of an address field: unchanged, except for characters that would end the field. */
function verbatim(address: string): string {
  return oneLine(address).replace(/[{}\\$\s]/g, (character) => encodeURIComponent(character));
}
