import { number } from "../format.ts";

/** Sorting papers by likeness to those that a reader has saved. */
export const likenessOrder = {
  /** Why a paper is near the top. */
  because: (terms: readonly string[]) => `like your saved papers: ${terms.join(", ")}`,
  tooFew: (saved: number, least: number) =>
    `To sort by likeness to your saved papers, save ${number(least)} or more with the bookmark next to each paper. You have saved ${number(saved)}.`,
  heading: "Most like your saved papers first",
};
