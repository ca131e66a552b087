import type * as english from "../en/unavailable.ts";

/** German messages about parts of a page that could not be loaded. */
export const unavailable: typeof english.unavailable = {
  citations:
    "Die Zitierformate konnten nicht geladen werden. Lade die Seite neu, da die Website inzwischen aktualisiert worden sein kann, oder prüfe die Verbindung.",
  searchNeedsServer: (command) =>
    `Die Suche braucht einen Webserver, und sei es einen lokalen. Führe in diesem Ordner \`${command}\` aus.`,
  searchOffline:
    "Du bist offline, und dieser Teil des Suchindex ist nicht auf diesem Gerät. Auf der Seite „Offline lesen“ kannst du das ganze Archiv samt Suche herunterladen.",
  search:
    "Der Suchindex konnte nicht geladen werden. Prüfe die Verbindung und versuche es noch einmal.",
};
