import type * as english from "../en.ts";

/** The German words of the script for the citation of a paper. */
export const citePaper: typeof english.citePaper = {
  copy: "Kopieren",
  copied: "Kopiert",
  download: "Herunterladen",
};
