import type * as english from "../en.ts";

/** The German words of the script for the citation of a paper. */
export const citePaper: typeof english.citePaper = {
  copy: "Kopieren",
  copied: "Kopiert",
  download: "Herunterladen",
  making: "Das Zitat wird geladen …",
  failed:
    "Das Zitat konnte in diesem Format nicht geladen werden. Lade die Seite neu, da die Website inzwischen aktualisiert worden sein kann, oder prüfe die Verbindung.",
};
