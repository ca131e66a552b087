import { type WorkType, workTypes } from "../../schemas/work-types.ts";

/** CSL's types in BibTeX, or in biblatex where BibTeX has none. */
const bibtexTypes: Readonly<Record<WorkType, string>> = {
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

/** The entry types of BibTeX and biblatex in the words of CSL. */
const typesOfEntries: ReadonlyMap<string, WorkType> = new Map([
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
  ["mvreference", "book"],
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

// Types of biblatex that say more than CSL's type does, or for which CSL has none.
const narrower = new Set(
  "artwork audio bookinbook booklet collection commentary image inbook jurisdiction legal legislation letter manual movie music mvbook mvcollection mvproceedings mvreference performance periodical proceedings reference review suppbook suppcollection suppperiodical video".split(
    " ",
  ),
);

/** The subtypes of articles by which biblatex's styles and Pandoc tell what an article appeared in. */
const subtypes: Partial<Record<WorkType, string>> = {
  "article-magazine": "magazine",
  "article-newspaper": "newspaper",
};

/** What an entry of BibTeX is, in the words of CSL; undefined for types that name nothing of CSL. */
export function typeOfEntry(type: string, subtype: string): WorkType | undefined {
  const known = typesOfEntries.get(type);
  const article = subtype === "magazine" ? "article-magazine" : "article-newspaper";
  const isSubtype = known === "article-journal" && Object.values(subtypes).includes(subtype);
  return isSubtype ? article : known;
}

/** The type of an entry, if CSL's type says less: `manual` is a report in CSL. */
export function narrowerType(type: string): string | undefined {
  return narrower.has(type) ? type : undefined;
}

/** Whether the `booktitle` of an entry is a book's, and not that of proceedings. */
export function isInBook(type: string): boolean {
  return /^(?:incollection|inbook|bookinbook|suppbook|suppcollection|book_section|inreference)$/.test(
    type,
  );
}

/** The entry type and subtype of a work in BibTeX. A master's thesis has a type of its own. */
export function entryTypeOf(
  type: WorkType,
  { genre = "", entryType = "" }: { genre?: string | undefined; entryType?: string | undefined },
): { type: string; subtype?: string | undefined } {
  const named = narrowerType(entryType);
  const fits = typesOfEntries.get(entryType) ?? type;
  if (named !== undefined && fits === type) return { type: named };
  if (type === "thesis" && /\bmaster|\bm\.?sc/i.test(genre)) return { type: "mastersthesis" };
  return { type: bibtexTypes[type], subtype: subtypes[type] };
}

/** CSL's types in RIS. */
export const risTypes: Readonly<Record<WorkType, string>> = {
  // Zotero's own name for preprints.
  article: "UNPD",
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

/** RIS has other types with the same meaning. */
const otherRisTypes: Readonly<Record<string, WorkType>> = {
  ABST: "article-journal",
  CONF: "paper-conference",
  DBASE: "dataset",
  EBOOK: "book",
  ECHAP: "chapter",
  EDBOOK: "book",
  EJOUR: "article-journal",
  BLOG: "webpage",
  GOVDOC: "report",
  JFULL: "article-journal",
  // Unpublished work, which other reference managers write for preprints.
  UNPB: "article",
};

// "GEN" says nothing.
const ofRis = new Map(
  workTypes.map((type) => [risTypes[type], type] as const).filter(([ris]) => ris !== "GEN"),
);

/** What a record of RIS is, in the words of CSL. */
export function typeOfRis(type: string): WorkType | undefined {
  return ofRis.get(type) ?? otherRisTypes[type];
}
