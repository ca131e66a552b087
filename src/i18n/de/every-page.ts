import type * as english from "../en.ts";

/** The German words of the masthead, colophon and head. */
export const everyPage: typeof english.everyPage = {
  skipToContent: "Zum Inhalt springen",
  mainNavigation: "Hauptnavigation",
  byDate: "Nach Datum",
  topics: "Themen",
  authors: "Autoren",
  organizations: "Organisationen",
  map: "Karte",
  readingList: "Leseliste",
  search: "Suche",
  newPapers: "Neue Artikel",
  saved: "Gespeichert",
  about: "Info",
  maintainedBy: (title, author) => `${title}, gepflegt von ${author}`,
  aboutArchive: "Über dieses Archiv",
  readOffline: "Offline lesen",
  madeWith: "Erstellt mit Offprint",
  defaultDescription: "Ein Archiv von Artikeln, nach Tagen und Themen, mit Volltextsuche.",
};

/** The German words of the switch between the light and the dark scheme. */
export const themes: typeof english.themes = {
  label: "Farbschema",
  system: "Wie das System",
  light: "Hell",
  dark: "Dunkel",
};
