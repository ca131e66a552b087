import type * as english from "../en.ts";
import { counted, listed, number } from "../format.ts";

/** The German words of a paper's page. */
export const paperPage: typeof english.paperPage = {
  actions: "Artikel lesen",
  findOn: "Suchen bei",
  searchOn: (site) => `Bei ${site} nach diesem Titel suchen`,
  toCite: "Zitieren",
  unnamedAuthors: (count) => `${counted(count, "Autor", "Autoren")}, in der Quelle nicht genannt`,
  moreAuthors: (count) => `und ${number(count)} weitere`,
  fewerAuthors: "Weniger zeigen",
  facts: "Angaben zum Artikel",
  published: "Erschienen",
  noDate: "(kein Datum in der Quelle)",
  yearInferred: "(Jahr aus den übrigen Daten erschlossen)",
  listed: "Bei Daily Papers gelistet",
  author: (count) => (count === 1 ? "Autor" : "Autoren"),
  organization: "Organisation",
  venue: "Erschienen in",
  discussion: "Diskussion",
  countedBy: (source, { list, read }) =>
    read !== undefined
      ? `(${source}, gelesen am ${read})`
      : list !== undefined
        ? `(${source}, Liste vom ${list})`
        : `(${source})`,
  mentionedIn: "In Notizen erwähnt",
  citedAs: "Hier zitiert als",
  source: "Quelle",
  place: (file, line) => (line === undefined ? file : `${file}, Zeile ${line}`),
  contributed: (facts) => `(${facts})`,
  topics: "Themen",
  noTopics: "Keines der Themen dieses Archivs passt zu diesem Artikel.",
  setByHand: "von Hand gesetzt",
  why: "Warum?",
  whyTopic: (topic) => `Warum? ${topic}`,
  inTitle: (phrases) => `${quoted(phrases)} im Titel`,
  inAbstract: (phrases) => `${quoted(phrases)} in der Zusammenfassung`,
  inKeywords: (phrases) => `${quoted(phrases)} unter den Schlagwörtern`,
  inCategories: (phrases) => `${quoted(phrases)} unter den Kategorien`,
  inVenue: (phrases) => `erschienen in ${quoted(phrases)}`,
  cite: "Diesen Artikel zitieren",
  citeFormat: "Format des Zitats",
  plainText: "Text",
  citeWithoutAuthors: "Die Quelle nennt keine Autoren, deshalb fehlen sie auch in diesen Zitaten.",
  asMarkdown: "Titel und Zusammenfassung als Markdown",
  related: "Ähnliche Artikel",
  noRelated: "In diesem Archiv gibt es keine ähnlichen Artikel.",
  sharedTerms: (terms) => `In beiden steht ${listed(terms.map((term) => `„${term}“`))}.`,
  neighbours: "Voriger und nächster Artikel",
};

/** German names of the links under a paper's title. */
export const actionNames: typeof english.actionNames = {
  pdf: "PDF",
  arxiv: "arXiv",
  doi: "DOI",
  acl: "ACL Anthology",
  openreview: "OpenReview",
  huggingface: "Hugging Face",
  code: "Code",
  project: "Projektseite",
  data: "Daten",
};

/** German names of what references say of a work. */
export const referenceLabels: typeof english.referenceLabels = {
  type: "Art",
  edition: "Auflage",
  version: "Version",
  editors: () => "Herausgegeben von",
  translators: () => "Übersetzt von",
  bookAuthors: () => "Buch von",
  chapter: "Kapitel",
  titleAddon: "Titelzusatz",
  mainTitle: "Teil von",
  series: "Reihe",
  pages: "Seiten",
  school: "Hochschule",
  institution: "Institution",
  publisher: "Verlag",
  place: "Ort",
  howPublished: "Veröffentlicht als",
  note: "Bemerkung",
};

/** What a work is, in German. */
export const workTypeNames: typeof english.workTypeNames = {
  article: "Preprint",
  "article-journal": "Zeitschriftenartikel",
  "article-magazine": "Magazinartikel",
  "article-newspaper": "Zeitungsartikel",
  book: "Buch",
  chapter: "Buchkapitel",
  dataset: "Datensatz",
  document: "Dokument",
  "entry-encyclopedia": "Lexikonartikel",
  manuscript: "Manuskript",
  "paper-conference": "Konferenzbeitrag",
  patent: "Patent",
  report: "Bericht",
  software: "Software",
  standard: "Norm",
  thesis: "Hochschulschrift",
  webpage: "Webseite",
};

/** German names of the facts that a source or a note contributed. */
export const factNames: typeof english.factNames = {
  title: "Titel",
  abstract: "Zusammenfassung",
  published: "Erscheinungsdatum",
  publishedIn: "Erscheinungsdatum",
  listed: "Tage der Auflistung",
  authors: "Autoren",
  authorsCount: "Zahl der Autoren",
  organization: "Organisation",
  venue: "Zeitschrift oder Konferenz",
  comments: "Kommentare",
  upvotes: "Stimmen",
  links: "Links",
  ids: "Kennungen",
  topics: "Themen",
};

/** The German words about reconstructed formulas on a paper's page. */
export const restoredFormulas: typeof english.restoredFormulas = {
  restored: (count) =>
    `${counted(count, "Formel wurde", "Formeln wurden")} rekonstruiert und ${count === 1 ? "kann" : "können"} vom Original abweichen.`,
  lossy: (count) => `Bei ${number(count)} davon fehlt ein Teil, den die Quelle nicht enthält.`,
  left: (count) =>
    `${counted(count, "weitere Stelle könnte eine Formel sein und steht", "weitere Stellen könnten Formeln sein und stehen")} da wie in der Quelle.`,
  corrected: (count) => `${counted(count, "Formel wurde", "Formeln wurden")} von Hand korrigiert.`,
  original: "Originaltext",
};

/** The German words of the list of reconstructed formulas. */
export const formulasPage: typeof english.formulasPage = {
  title: "Rekonstruierte Formeln",
  description:
    "Alle Formeln, die aus einer beschädigten Quelle rekonstruiert wurden, die unsichersten zuerst.",
  none: "In diesem Archiv wurde keine Formel rekonstruiert, also ist nichts zu prüfen.",
  lede: (formulas, papers) =>
    `In der Quelle fehlen Dollarzeichen und Backslashes von ${counted(formulas, "Formel", "Formeln")} in ${counted(papers, "Artikel", "Artikeln")}. Sie wurden so gut wie möglich rekonstruiert; die unsichersten stehen zuerst.`,
  certain: "sicher",
  from: "aus",
  incomplete: "ein Teil fehlt",
  correct: "Korrigieren",
  correctIn: (title) => `Korrigieren: ${title}`,
  howTo: (file) =>
    `Füge dies in \`${file}\` ein, mit dem richtigen LaTeX oder mit \`latex: null\`, wenn es keine Formel ist. Es gilt für jede solche Stelle des Artikels; mit \`occurrence: 2\` änderst du nur die zweite.`,
};

function quoted(phrases: readonly string[]): string {
  return listed(phrases.map((phrase) => `„${phrase}“`));
}
