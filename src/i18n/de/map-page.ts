import type * as english from "../en/map-page.ts";

const number = (count: number) => count.toLocaleString("de");

export const mapPage: typeof english.mapPage = {
  papersOnMap: "Arbeiten auf der Karte",
  listed: (count, total, inArea) => {
    const some = `${number(count)} von ${number(total)} Arbeiten`;
    if (inArea) return `${some} im ausgewählten Bereich, neueste zuerst`;
    if (count < total) return `${some}, neueste zuerst`;
    return `${number(count)} ${count === 1 ? "Arbeit" : "Arbeiten"}, neueste zuerst`;
  },
};
