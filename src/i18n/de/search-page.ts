import type * as english from "../en/search-page.ts";
import { counted, number } from "../format.ts";
import { paperLabels } from "./paper-labels.ts";

const inDative = (count: number) => counted(count, "Artikel", "Artikeln");

/** The German words of the search page's script. */
export const searchPage: typeof english.searchPage = {
  number,
  quoted: (text) => `„${text}“`,

  pageTitle: (query, page) => `${query} · ${page}`,
  prompt: (total) =>
    `Gib einige Wörter ein, um die ${paperLabels.count(total)} dieses Archivs zu durchsuchen.`,
  loadingIndex: "Der Index wird geladen …",
  searching: "Suche läuft …",

  orders: {
    relevance: "",
    newest: ", neueste zuerst",
    oldest: ", älteste zuerst",
    upvotes: ", meiste Stimmen zuerst",
    comments: ", meiste Kommentare zuerst",
  },
  bestFirst: ", beste Treffer zuerst",
  all: (count, order) => paperLabels.count(count) + order,
  found: (count, query, order) => `${paperLabels.count(count)} zu ${query}${order}`,
  foundSome: (count, order) =>
    `Kein Artikel enthält alle diese Wörter. ${paperLabels.count(count)} ${count === 1 ? "enthält einige davon oder sagt" : "enthalten einige davon oder sagen"} dasselbe mit anderen Worten${order}`,
  foundInOtherWords: (count, order) =>
    `Kein Artikel enthält dieses Wort. ${paperLabels.count(count)} ${count === 1 ? "sagt" : "sagen"} Ähnliches mit anderen Worten${order}`,
  foundMost: (complete, total, order) =>
    `${number(complete)} von ${inDative(total)} ${complete === 1 ? "enthält" : "enthalten"} alle diese Wörter, die übrigen die meisten davon${order}`,
  nothingSearchable: (query, count, order) =>
    `${query} enthält nichts, wonach sich suchen lässt. Angezeigt werden alle ${paperLabels.count(count)}${order}`,
  nothingSearchableFiltered: (query, count, order) =>
    `${query} enthält nichts, wonach sich suchen lässt. ${paperLabels.count(count)} ${count === 1 ? "entspricht" : "entsprechen"} den Filtern${order}`,

  none: (query) => `Keine Artikel passen zu ${query}.`,
  noneTryFewer: (query) =>
    `Keine Artikel passen zu ${query}. Versuche es mit weniger oder anderen Wörtern.`,
  noneWithPhrase: (query) =>
    `Keine Artikel passen zu ${query}. Versuche es ohne Anführungszeichen.`,
  noneWithWords: (query) =>
    `Kein Artikel enthält diese Wörter: ${query}. Versuche es mit weniger oder anderen Wörtern.`,
  noneWithFilters: "Keine Artikel entsprechen allen diesen Filtern. Entferne einen Filter.",
  noneForBoth: (query) =>
    `Keine Artikel passen zu ${query} und den Filtern. Entferne einen Filter.`,

  corrected: (used, replaced) => `Ergebnisse für ${used}, denn kein Artikel enthält ${replaced}.`,
  notContained: (words) => `Kein Artikel enthält ${words}.`,
  alsoSearched: (terms) => `Auch danach gesucht, wie Artikel es nennen können: ${terms}.`,

  facets: {
    topic: "Thema",
    year: "Jahr",
    month: "Monat",
    org: "Organisation",
    author: "Autor",
    source: "Quelle",
    has: "Mit",
  },
  clearFilters: "Filter aufheben",
  hasCode: "Code",
  hasNotes: "Notizen",
  showAuthors: "Autoren anzeigen",
  moreValues: (count) => `${number(count)} weitere`,

  cite: "Zitate exportieren",
  tooManyToCite: (most) =>
    `Um Zitate zu exportieren, grenze die Suche auf höchstens ${number(most)} Artikel ein`,

  recent: "Letzte Suchen",
  recentPrivacy: "Nur in diesem Browser gespeichert.",
  clearRecent: "Verlauf löschen",
};
