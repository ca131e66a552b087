import type * as english from "../en.ts";
import { counted } from "../format.ts";

/** German counts and labels of papers. */
export const paperLabels: typeof english.paperLabels = {
  count: (count) => counted(count, "Artikel", "Artikel"),
  authors: (count) => counted(count, "Autor", "Autoren"),
  andOthers: (names) => `${names} u. a.`,
  undated: "Ohne Datum",
};
