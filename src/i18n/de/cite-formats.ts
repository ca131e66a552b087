import type * as english from "../en.ts";

/** The German words while a format of a citation is loaded. */
export const citeFormats: typeof english.citeFormats = {
  making: "Das Zitat wird geladen …",
  failed:
    "Das Zitat konnte in diesem Format nicht geladen werden. Lade die Seite neu, da die Website inzwischen aktualisiert worden sein kann, oder prüfe die Verbindung.",
};
