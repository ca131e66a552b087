import { counted } from "../format.ts";

/** The links to the citations of a list that the browser makes. */
export const listCitations = {
  /** Where no script runs, so that only these can be had. */
  all: "Export citations of all papers in the archive:",
  making: "Getting the papers…",
  made: (count: number) => `Exported ${counted(count, "paper", "papers")}.`,
  failed:
    "Nothing was exported, because the citations could not be loaded. Reload the page, as the site may have been updated in the meantime, or check your connection.",
};
