import { counted } from "../format.ts";

/** The links to the citations of a list that the browser makes. */
export const listCitations = {
  /** Where no script runs, so that only these can be had. */
  all: "Export citations of all papers in the archive:",
  making: "Getting the papers…",
  made: (count: number) => `Exported ${counted(count, "paper", "papers")}.`,
  incomplete: (missing: number) =>
    `Nothing was exported, because ${counted(missing, "paper", "papers")} could not be loaded. Check your connection and try again.`,
};
