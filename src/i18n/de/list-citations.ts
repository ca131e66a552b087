import type * as english from "../en.ts";
import { counted } from "../format.ts";

/** The German words of the citations of a list that the browser makes. */
export const listCitations: typeof english.listCitations = {
  all: "Zitate aller Artikel des Archivs exportieren:",
  making: "Die Artikel werden geladen …",
  made: (count) => `${counted(count, "Artikel", "Artikel")} exportiert.`,
  failed:
    "Nichts wurde exportiert, weil die Zitate nicht geladen werden konnten. Lade die Seite neu, da die Website inzwischen aktualisiert worden sein kann, oder prüfe die Verbindung.",
};
