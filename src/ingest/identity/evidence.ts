import { plainText } from "../../math/tree-text.ts";
import { doiKey, isShortDoi } from "../../text/doi.ts";
import { asciiFold } from "../../text/slug.ts";
import type { CleanPaper } from "../clean-paper.ts";

type Compared = "same" | "different" | "unknown";

/** What two records have in common, and what speaks against one paper. */
export interface Evidence {
  /** Whether they share an id of either kind. */
  id: Compared;
  arxiv: Compared;
  doi: Compared;
  title: "same" | "alike" | "different" | "unknown";
  /** Whether many papers could have such a title, such as "Editorial". */
  kind: "generic" | "short" | "distinct";
  /** Different for "Part I" and "Part II", and for a paper and its erratum or a reply to it. */
  part: "same" | "different";
  /** Whether one of the titles has formulas, or may have lost them. */
  formulas: "some" | "none";
  authors: "same" | "shared" | "different" | "unknown";
  /** Nearly all words, most words, or fewer. */
  abstract: "equal" | "same" | "different" | "unknown";
  /** Near if a preprint of the one year can have been published in the other. */
  year: "same" | "near" | "different" | "unknown";
  place: Compared;
  pages: Compared;
}

/** What is compared of a record, prepared once. */
export interface Traits {
  record: CleanPaper;
  arxiv?: string;
  doi?: string;
  title: string;
  titleWords: ReadonlySet<string>;
  numberless: string;
  notice: string;
  kind: Evidence["kind"];
  formulas: boolean;
  lastNames: ReadonlySet<string>;
  fullNames: ReadonlySet<string>;
  abstract: ReadonlySet<string>;
  year?: number;
  place: string;
  firstPage: string;
}

// Abstracts of different papers with the same title share about a third of their words.
const sameAbstract = 0.6;
const equalAbstract = 0.9;
const alikeTitle = 0.5;
// In years, between a preprint and its publication.
const longestWait = 3;
// In characters. The same authors may use a shorter title, such as "Editorial", twice.
const distinctTitle = 20;

const numerals = /(?<![\p{L}\p{N}])(?:[IVX]+|[0-9]+|one|two|three|four|five)(?![\p{L}\p{N}])/giu;
const notices =
  /^(?:erratum|errata|corrigendum|correction|retraction|retracted|reply|response|comments?|discussion|addendum|expression of concern)(?=\W|$)/i;
const generic =
  /^(?:(?:guest )?editorials?|(?:an? |general )?introduction|preface|foreword|afterword|prologue|epilogue|conclusions?|overview|summary|abstracts?|contents|table of contents|index|letters?(?: to the editor)?|book reviews?|reviews?|news|obituary|in memoriam|acknowledge?ments?|references|appendix|front matter|back matter|title page|announcements?|welcome|about the authors?|contributors|untitled|proceedings|einleitung|vorwort|editorial board|(?:editor'?s?|from the) (?:note|introduction|editors?))$/i;

/** Prepares a record for comparisons. */
export function traitsOf(record: CleanPaper): Traits {
  const { ids, titleText, authors, abstract, venue } = record;
  const names = authors.map(({ name }) => asciiFold(name).split(/[\s-]+/));
  const year = /^\d{4}/.exec(record.published ?? record.publishedIn ?? "")?.[0];
  const text = abstract.map(({ children }) => plainText(children)).join(" ");
  return {
    record,
    ...(ids.arxiv === undefined ? {} : { arxiv: ids.arxiv.toLowerCase() }),
    // A short DOI may stand for the full one of another record.
    ...(ids.doi === undefined || isShortDoi(ids.doi) ? {} : { doi: doiKey(ids.doi) }),
    title: folded(titleText),
    titleWords: wordsOf(titleText, 1),
    numberless: folded(titleText.replace(numerals, "#")),
    notice: notices.exec(titleText)?.[0].toLowerCase() ?? "",
    kind: kindOf(titleText),
    formulas: record.damaged || record.title.some(({ type }) => type === "inlineMath"),
    lastNames: new Set(authors.map(({ name }) => folded(name.split(/\s+/).at(-1) ?? ""))),
    fullNames: new Set(names.map((words) => words.toSorted().join(" "))),
    abstract: wordsOf(text, 3),
    ...(year === undefined ? {} : { year: Number(year) }),
    place: folded([venue?.name, venue?.volume].join(" ")),
    firstPage: /^[^-]+/.exec(venue?.pages ?? "")?.[0].trim() ?? "",
  };
}

/** Compares two records. */
export function evidenceOf(a: Traits, b: Traits): Evidence {
  const [arxiv, doi] = [compared(a.arxiv, b.arxiv), compared(a.doi, b.doi)];
  return {
    id: arxiv === "same" || doi === "same" ? "same" : "unknown",
    arxiv,
    doi,
    title: titles(a, b),
    kind: [a, b].some(({ kind }) => kind === "generic") ? "generic" : a.kind,
    part: parts(a, b),
    formulas: a.formulas || b.formulas ? "some" : "none",
    authors: authorsOf(a, b),
    abstract: abstracts(a.abstract, b.abstract),
    year: years(a.year, b.year),
    place: compared(a.place, b.place),
    pages: compared(a.firstPage, b.firstPage),
  };
}

function compared(a = "", b = ""): Compared {
  if (a === "" || b === "") return "unknown";
  return a === b ? "same" : "different";
}

function titles(a: Traits, b: Traits): Evidence["title"] {
  const same = compared(a.title, b.title);
  if (same !== "different") return same;
  const shared = a.titleWords.intersection(b.titleWords).size;
  const most = Math.min(a.titleWords.size, b.titleWords.size);
  return shared > 1 && shared / most >= alikeTitle ? "alike" : "different";
}

function parts(a: Traits, b: Traits): Evidence["part"] {
  if (a.title === b.title || a.title === "" || b.title === "") return "same";
  return a.notice !== b.notice || a.numberless === b.numberless ? "different" : "same";
}

function authorsOf(a: Traits, b: Traits): Evidence["authors"] {
  if (a.lastNames.size === 0 || b.lastNames.size === 0) return "unknown";
  const shared = a.lastNames.intersection(b.lastNames).size;
  if (shared === a.lastNames.size && shared === b.lastNames.size) return "same";
  return shared > 0 || a.fullNames.intersection(b.fullNames).size > 0 ? "shared" : "different";
}

function abstracts(a: ReadonlySet<string>, b: ReadonlySet<string>): Evidence["abstract"] {
  if (a.size === 0 || b.size === 0) return "unknown";
  const share = a.intersection(b).size / Math.min(a.size, b.size);
  if (share >= equalAbstract) return "equal";
  return share >= sameAbstract ? "same" : "different";
}

function years(a: number | undefined, b: number | undefined): Evidence["year"] {
  if (a === undefined || b === undefined) return "unknown";
  if (a === b) return "same";
  return Math.abs(a - b) <= longestWait ? "near" : "different";
}

function kindOf(title: string): Evidence["kind"] {
  const plain = title.replace(/[.:!]+$/, "").trim();
  if (generic.test(plain) || notices.exec(plain)?.[0] === plain) return "generic";
  return folded(title).length >= distinctTitle ? "distinct" : "short";
}

function folded(text: string): string {
  return asciiFold(text) || text.trim();
}

function wordsOf(text: string, least: number): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length >= least));
}
