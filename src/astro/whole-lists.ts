import { hasWholeLists } from "../archive/paper-files.ts";
import { archive } from "./archive.ts";
import { fact } from "./traced.ts";

/** Whether all lists have the abstracts of their papers, and what Zotero reads of them, and not only those of days. */
export const listsAreWhole = fact("whether lists are whole", ["papers"], async () =>
  hasWholeLists((await archive()).papers.length),
);
