import { counted } from "../format.ts";

/** Papers as pages and scripts name them. */
export const paperLabels = {
  count: (count: number) => counted(count, "paper", "papers"),
  authors: (count: number) => counted(count, "author", "authors"),
  /** The first authors of many. */
  andOthers: (names: string) => `${names}, et al.`,
  undated: "Undated",
};
