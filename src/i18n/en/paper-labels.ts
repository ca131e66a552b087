import { counted, number } from "../format.ts";

/** Papers as pages and scripts name them. */
export const paperLabels = {
  count: (count: number) => counted(count, "paper", "papers"),
  authors: (count: number) => counted(count, "author", "authors"),
  /** After the first authors of many; the source may not say how many more there are. */
  andOthers: (more?: number) => (more === undefined ? ", et al." : `, and ${number(more)} more`),
  publishedOn: (date: string) => `Published ${date}`,
  undated: "Undated",
};
