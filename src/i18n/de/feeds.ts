import type * as english from "../en.ts";
import { number } from "../format.ts";

/** The German words for feeds. */
export const feedsPage: typeof english.feedsPage = {
  title: "Abonnieren",
  lede: "Erfahre von neuen Artikeln, ohne danach zu sehen.",
  description: (title) => `Wie du ${title} folgen kannst.`,
  mail: "Per Mail",
  mailForm: "[Die Mail mit neuen Artikeln abonnieren](form)",
  mailAddress: (address) =>
    `Schreib an [${address}](form), um die Mail mit neuen Artikeln zu bekommen.`,
  feeds: "Feeds",
  explanation:
    "Ein Feedreader zeigt neue Artikel, sobald sie da sind. Kopiere die Adresse eines Feeds in deinen. Atom und JSON Feed enthalten Formeln als Formeln, RSS in einfachen Zeichen.",
  whole: "Das ganze Archiv",
  discussed: "Jede Woche am meisten diskutiert",
  discussedDescription:
    "Die Artikel mit den meisten Stimmen und Kommentaren in jeder der letzten Wochen.",
  notes: "Notizen",
  notesBy: (author) => `Notizen von ${author}`,
  others: (fewest, kinds) =>
    `Jedes Thema hat Feeds${kinds.length > 0 ? `, ebenso ${kinds.map((kind) => ({ organizations: "jede [Organisation](organizations)", authors: "jeder [Autor](authors)" })[kind]).join(" und ")} mit mindestens ${number(fewest)} Artikeln` : ""}. Sie stehen am Ende der jeweiligen Seite. [Eine Datei mit allen Feeds](file) lässt sich in die meisten Feedreader importieren (OPML).`,
  topics: "Feeds der Themen",
};
