import type * as english from "../en.ts";
import { number } from "../format.ts";
import { paperLabels } from "./paper-labels.ts";

/** The German words of the overview of topics and its chart. */
export const topicsPage: typeof english.topicsPage = {
  title: "Themen",
  description: "Die Themen dieses Archivs und wie viele Artikel sie haben.",
  lede: "Themen ergeben sich aus den Wörtern in Titel und Zusammenfassung. Auf der Seite eines Artikels steht, welche es waren.",
  unsorted: (count) =>
    count === 1
      ? "[Ein Artikel hat kein Thema](unsorted)."
      : `[${number(count)} Artikel haben kein Thema](unsorted).`,
  withCode: (count) =>
    `[${paperLabels.count(count)}](code) ${count === 1 ? "verweist" : "verweisen"} auf Code.`,
  more: "Weitere",
  byYear: "Nach Jahren",
  chartTitle: "Artikel nach Thema und Jahr",
  chartDescription: (topics, from, to) =>
    `Die ${number(topics)} größten Themen von ${from} bis ${to}. Je kräftiger die Farbe, desto mehr Artikel.`,
  largest: (topics) => `Die ${number(topics)} größten Themen.`,
  caption: "Artikel nach Erscheinungsjahr. Je kräftiger die Farbe, desto mehr Artikel.",
  topic: "Thema",
};

/** The German words of the feed at the address of a topic that no paper has anymore. */
export const goneTopic: typeof english.goneTopic = {
  description: (topic) => `Dieses Archiv hat keine Artikel mehr zu ${topic}.`,
};

/** The German words of a topic's page. */
export const topicPage: typeof english.topicPage = {
  description: (topic) => `Artikel zum Thema ${topic}.`,
  about: "Über dieses Thema",
  broader: "Teil von",
  narrower: "Unterthemen",
  related: "Verwandte Themen",
  inCommon: (count) => `${paperLabels.count(count)} gemeinsam`,
  trendTitle: (topic) => `Artikel zum Thema ${topic} nach Jahren`,
  trendDescription: (from, to, best, count) =>
    `Von ${from} bis ${to}. Die meisten in einem Jahr: ${number(count)} im Jahr ${best}.`,
  trendCaption:
    "Artikel nach Erscheinungsjahr. Artikel ohne Datum zählen zum Jahr, in dem sie gelistet wurden.",
};

/** The German words of the list of papers with code. */
export const withCodePage: typeof english.withCodePage = {
  title: "Artikel mit Code",
  description: "Artikel, die auf ihren Code verweisen.",
};

/** The German words of the list of papers without a topic. */
export const unsortedPage: typeof english.unsortedPage = {
  title: "Ohne Thema",
  description: "Artikel, zu denen kein Thema dieses Archivs passt.",
  lede: "Zu den Wörtern dieser Artikel passt keines der Themen dieses Archivs.",
};
