import type * as english from "../en/map-page.ts";
import { number, papers, papersDative } from "./counts.ts";

export const mapPage: typeof english.mapPage = {
  papersOnMap: "Artikel auf der Karte",
  listed: (count, total, inArea) => {
    const some = `${number(count)} von ${papersDative(total)}`;
    if (inArea) return `${some} im ausgewählten Bereich, neueste zuerst`;
    if (count < total) return `${some}, neueste zuerst`;
    return `${papers(count)}, neueste zuerst`;
  },
};
