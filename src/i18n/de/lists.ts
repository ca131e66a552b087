import type * as english from "../en.ts";
import { counted, number } from "../format.ts";
import { paperLabels } from "./paper-labels.ts";

/** The German words that all lists of papers share. */
export const lists: typeof english.lists = {
  titleOfPage: (title, page) => `${title}, Seite ${number(page)}`,
  pageOf: (page, of) => `Seite ${number(page)} von ${number(of)}`,
  partOf: (page, of) => `Seite ${number(page)} von ${number(of)}`,
  page: (page) => `Seite ${number(page)}`,
  pages: "Seiten",
  years: "Jahre dieser Liste",
  earlier: "Früher",
  later: "Später",
  cite: "Zitate exportieren:",
  follow: "Abonnieren:",
  abstract: "Abstract",
  show: "Von jedem Artikel zeigen",
  views: { titles: "Titel", compact: "Kompakt", abstracts: "Abstracts" },
  code: "Code",
  pdf: "PDF",
  codeOf: (title) => `Code zu ${title}`,
  pdfOf: (title) => `PDF von ${title}`,
};

/** The German words of the home page. */
export const homePage: typeof english.homePage = {
  empty:
    "Hier gibt es noch keine Artikel. Füge einen mit `npm run add -- 2510.01171` hinzu, oder lege eine Datei mit Literaturangaben in `seeds/` ab, und baue die Website neu.",
  allOfDay: (count, day) => `Alle ${paperLabels.count(count)} vom ${day} anzeigen`,
  added: "Zuletzt hinzugefügt",
  newest: "Neueste",
  allPapers: (count) => `Alle ${paperLabels.count(count)} nach Datum anzeigen`,
  discussedIn: {
    upvotes: (period) => `Die meisten Stimmen: ${period}`,
    comments: (period) => `Die meisten Kommentare: ${period}`,
  },
  besides: "von anderen Tagen, außer den obigen",
  previousDay: "Tag davor",
  allTopics: "Alle Themen",
  years: "Jahre",
  allMonths: "Alle Monate",
};

/** The German words of a day's page. */
export const dayPage: typeof english.dayPage = {
  description: (count, day) => `${paperLabels.count(count)} vom ${day}.`,
  counts: (listed, published) =>
    [
      ...(listed > 0 ? [`${paperLabels.count(listed)} gelistet`] : []),
      ...(published > 0
        ? [
            `${listed > 0 ? `${number(published)} weitere` : paperLabels.count(published)} an diesem Tag veröffentlicht`,
          ]
        : []),
    ].join("; "),
  order: "Reihenfolge:",
  orders: {
    listed: "wie in der Quelle",
    title: "nach Titel",
    upvotes: "meiste Stimmen zuerst",
    topic: "nach Thema",
    likeness: "ähnlich gespeicherten",
  },
  printAll: (count) => `Alle ${number(count)} drucken`,
  topics: "Auf ein Thema einschränken",
  allTopics: "Alle Themen",
  listed: "An diesem Tag gelistet",
  published: "An diesem Tag erschienen",
  listedOrPublished: "An diesem Tag gelistet oder erschienen",
  neighbours: "Frühere und spätere Tage",
};

/** The German words of days, weeks, months and years. */
export const periods: typeof english.periods = {
  onDay: (day) => `am ${day}`,
  inMonth: (month) => `im ${month}`,
  inYear: (year) => `im Jahr ${year}`,
  listedLater: (when) => `Erschienen ${when}, später gelistet`,
  listedElsewhere: (when) => `Erschienen ${when}, zu anderer Zeit gelistet`,
  listedAgain: (when) => `Erneut gelistet ${when}`,
  onThisDay: (day) => `${day} in anderen Jahren`,
  none: "In diesem Zeitraum hat kein Artikel sein Datum.",
  dayUnknown: "Tag unbekannt",
  monthUnknown: "Monat unbekannt",
  weekName: "Kalenderwoche",
  week: (week) => `Kalenderwoche ${week}`,
  weekColumn: "KW",
};

/** The German words of a week's page. */
export const weekPage: typeof english.weekPage = {
  title: (week, year) => `Kalenderwoche ${week}, ${year}`,
  description: (papers, span) => `${papers} vom ${span}.`,
  days: "Tage der Woche",
  discussed: { upvotes: "Meiste Stimmen zuerst", comments: "Meiste Kommentare zuerst" },
  neighbours: "Frühere und spätere Wochen",
};

/** The German words of the overview of weeks. */
export const weeksPage: typeof english.weeksPage = {
  title: "Kalenderwochen",
  description: "Alle Kalenderwochen mit Artikeln, nach Jahr.",
  lede: (count) =>
    `${number(count)} ${count === 1 ? "Kalenderwoche hat" : "Kalenderwochen haben"} Artikel. Wochen beginnen am Montag und sind nach ISO 8601 gezählt, daher können die ersten und letzten Tage eines Jahres in einer Woche eines anderen liegen.`,
};

/** The German words of the overview of days. */
export const daysPage: typeof english.daysPage = {
  title: "Tage",
  description: "Alle Tage mit Artikeln, nach Monat.",
  lede: (count) =>
    `${number(count)} ${count === 1 ? "Tag hat" : "Tage haben"} Artikel. Die Zahl neben jedem Tag oder Monat ist die seiner Artikel.`,
  older: "Bei älteren Jahren zeigt die Seite eines Monats dessen Tage.",
};

/** The German words of a month's page. */
export const monthPage: typeof english.monthPage = {
  description: (month) => `Artikel aus dem ${month}.`,
  neighbours: "Frühere und spätere Monate",
};

/** The German words of a year's page. */
export const yearPage: typeof english.yearPage = {
  description: (year) => `Artikel aus dem Jahr ${year}.`,
  neighbours: "Frühere und spätere Jahre",
  months: (year) => `Monate des Jahres ${year}`,
};

/** The German words of the list of papers without a date. */
export const undatedPage: typeof english.undatedPage = {
  title: "Artikel ohne Datum",
  description: "Artikel ohne Erscheinungsdatum.",
  none: "Jeder Artikel in diesem Archiv hat ein Erscheinungsdatum.",
  some: "Die Quelle nennt für diese Artikel kein Erscheinungsdatum. Wenn eine Quelle sie gelistet hat, stehen sie auch unter diesem Tag.",
};

/** The German words of the overview of years and months. */
export const datesPage: typeof english.datesPage = {
  title: "Nach Datum",
  description: "Artikel nach Jahr und Monat.",
  rule: (count) =>
    `${paperLabels.count(count)}, jeder unter einem Datum: dem Tag, an dem eine Quelle ihn zuerst gelistet hat. Hat ihn keine gelistet, ist es das Erscheinungsdatum.`,
  undated: (count, dateless) =>
    dateless > 0
      ? `[${paperLabels.count(count)}](undated) ${count === 1 ? "hat" : "haben"} kein Erscheinungsdatum; ${number(dateless)} davon ${dateless === 1 ? "steht" : "stehen"} in keinem Jahr.`
      : `[${paperLabels.count(count)}](undated) ${count === 1 ? "hat" : "haben"} kein Erscheinungsdatum.`,
  listedLater: "Erschienen, bevor sie gelistet wurden",
  allDays: "Alle Tage",
  allWeeks: "Alle Kalenderwochen",
};

/** The German words of the calendar. */
export const calendar: typeof english.calendar = {
  heading: "Tage mit Artikeln",
  fold: "Kalender",
  skip: "Kalender überspringen",
  caption: "Jedes Quadrat ist ein Tag. Je kräftiger die Farbe, desto mehr Artikel hat er.",
  weeks:
    "Bei älteren Jahren steht jedes Quadrat für eine Woche; die Seite des Jahres zeigt die einzelnen Tage.",
  title: (year) => `Tage mit Artikeln im Jahr ${year}`,
  noDay: "Kein Artikel hat sein Datum in diesem Jahr.",
  oneDay: (day, count) => `Ein Tag mit Artikeln: ${day}, ${paperLabels.count(count)}.`,
  manyDays: (days, busiest, count) =>
    `${number(days)} Tage mit Artikeln. Die meisten am ${busiest}: ${paperLabels.count(count)}.`,
  titleOfMonth: (month) => `Tage mit Artikeln im ${month}`,
  elsewhere: "nur Artikel mit anderem Datum",
  month: "Monat",
  mostOnADay: "Höchstzahl an einem Tag",
};

/** The German words of charts and of the tables behind them. */
export const charts: typeof english.charts = {
  table: "Als Tabelle anzeigen",
  year: "Jahr",
  papers: "Artikel",
  elsewhere: "nur Artikel mit anderem Datum",
};

/** The German words of the overview of institutions and labs. */
export const organizationsPage: typeof english.organizationsPage = {
  title: "Organisationen",
  lede: "Die Institute und Labore hinter den Artikeln.",
  none: "Noch nennt keine Quelle eine Organisation.",
  papersOf: (name) => `Artikel von ${name}.`,
  handle: (handle) => `In der Quelle als „${handle}“ gelistet.`,
};

/** The German words of the owner's reading list. */
export const readingList: typeof english.readingList = {
  description: (count, owner) =>
    owner === undefined
      ? `Die Leseliste dieses Archivs: ${paperLabels.count(count)}.`
      : `Was ${owner} liest: ${paperLabels.count(count)}.`,
  lede: (owner) =>
    owner === undefined
      ? "Artikel, die gerade gelesen werden, gelesen sind oder noch gelesen werden sollen."
      : `Was ${owner} gerade liest, gelesen hat und noch lesen will.`,
  showAll: (count) => `Alle ${paperLabels.count(count)} anzeigen`,
  statuses: { reading: "Wird gelesen", "to-read": "Noch zu lesen", read: "Gelesen" },
  withStatus: (status) => `Artikel mit dem Status „${status}“.`,
  withNote: "Mit Notiz",
  papersWithNote: "Artikel mit Notiz",
  withNoteDescription: "Artikel, zu denen es im Archiv eine Notiz gibt.",
  tags: "Schlagwörter",
  tagged: (tag) => `Artikel mit dem Schlagwort „${tag}“.`,
  tagsInFeed: (tags) => `Schlagwörter: ${tags}`,
  ratings: "Bewertungen",
  stars: (rating) => `${rating} von 5`,
  rated: (rating) => `Mit ${rating} von 5 bewertet`,
  ratedDescription: (rating) => `Artikel, die mit ${rating} von 5 bewertet sind.`,
  readByMonth: "Gelesene Artikel nach Monaten.",
  dateUnknown: "Datum unbekannt",
  onDay: (day) => `am ${day}`,
  note: "Notiz",
  noteBy: (author) => `Notiz von ${author}`,
  brokenNote: "Diese Notiz enthält einen Fehler, daher wird ihr Quelltext angezeigt.",
  brokenPage: "Diese Seite enthält einen Fehler, daher wird ihr Quelltext angezeigt.",
};

/** The German words of the list of papers with comments or votes. */
export const discussed: typeof english.discussed = {
  heading: { upvotes: "Die meisten Stimmen", comments: "Die meisten Kommentare" },
  upvotes: (count) => counted(count, "Stimme", "Stimmen"),
  comments: (count) => counted(count, "Kommentar", "Kommentare"),
};
