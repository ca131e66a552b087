import type * as english from "../en.ts";
import { number } from "../format.ts";

/** German words for the place of a paper. */
export const trail: typeof english.trail = {
  breadcrumb: "Ort im Archiv",
  papersOf: (list) => `Artikel: ${list}`,
  previous: "Zurück",
  next: "Weiter",
  position: (place, of) => `${number(place)} von ${number(of)}`,
};
