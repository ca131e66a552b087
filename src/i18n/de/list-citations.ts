import type * as english from "../en.ts";
import { counted } from "../format.ts";

/** The German words of the citations of a list that the browser makes. */
export const listCitations: typeof english.listCitations = {
  all: "Zitate aller Artikel des Archivs exportieren:",
  making: "Die Artikel werden geladen …",
  made: (count) => `${counted(count, "Artikel", "Artikel")} exportiert.`,
  incomplete: (missing) =>
    `Nichts wurde exportiert, weil ${counted(missing, "Artikel", "Artikel")} nicht geladen werden ${missing === 1 ? "konnte" : "konnten"}. Prüfe deine Verbindung und versuche es noch einmal.`,
};
