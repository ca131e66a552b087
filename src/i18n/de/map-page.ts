import type * as english from "../en/map-page.ts";
import { counted, number } from "../format.ts";
import { paperLabels } from "./paper-labels.ts";

const inDative = (count: number) => counted(count, "Artikel", "Artikeln");

/** The German words of the map's script. */
export const mapPage: typeof english.mapPage = {
  papersOnMap: "Artikel auf der Karte",
  untitled:
    "Die Titel der Artikel konnten nicht geladen werden. Prüfe die Verbindung und versuche es noch einmal.",
  listed: (count, total, part) => {
    const some = `${number(count)} von ${inDative(total)}`;
    if (part === "visible") return `${some} im Ausschnitt, neueste zuerst`;
    if (part === "selected") return `${some} im ausgewählten Bereich, neueste zuerst`;
    if (count < total) return `${some}, neueste zuerst`;
    return `${paperLabels.count(count)}, neueste zuerst`;
  },
};
