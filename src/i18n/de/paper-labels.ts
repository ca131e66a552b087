import type * as english from "../en.ts";
import { counted, number } from "../format.ts";

/** German counts and labels of papers. */
export const paperLabels: typeof english.paperLabels = {
  count: (count) => counted(count, "Artikel", "Artikel"),
  authors: (count) => counted(count, "Autor", "Autoren"),
  andOthers: (more) => (more === undefined ? " u. a." : ` und ${number(more)} weitere`),
  publishedOn: (date) => `Veröffentlicht ${date}`,
  undated: "Ohne Datum",
};
