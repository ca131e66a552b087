import { number } from "../format.ts";
import { paperLabels } from "./paper-labels.ts";

/** The index of authors, and an author's page. */
export const authorsPage = {
  title: "Authors",
  description: (fewest: number) => `Authors with ${number(fewest)} papers or more, by family name.`,
  lede: (count: number, fewest: number) =>
    `${paperLabels.authors(count)} with ${number(fewest)} papers or more.`,
  none: "No author is named on two or more papers yet.",
  letters: "Letters",
  otherLetters: "Other",
  ofLetter: (letter: string) => `Authors: ${letter}`,
  ofLetterDescription: (letter: string) => `Authors whose family names begin with ${letter}.`,
  count: (count: number) => paperLabels.authors(count),
  mostPapers: "Most papers",
  few: (fewest: number, most: number) => `Authors of ${number(fewest)} to ${number(most)} papers`,
  fewDescription: (fewest: number, most: number) =>
    `The papers of authors with ${number(fewest)} to ${number(most)} papers.`,
  namesakes:
    "Authors with exactly the same name are taken as one, unless sources give them different identifiers.",
  /** Before the numbers of pages. */
  moved: "Authors who were here when the archive was smaller may now be on page",
  ofMore: "Authors of more papers",
  papersOf: (name: string) => `Papers by ${name}.`,
  about: "About the author",
  ids: "Identifiers",
  years: "Years",
  coauthors: "Coauthors",
  moreCoauthors: (count: number) => `and ${number(count)} more`,
  taken: (name: string) =>
    `All papers by authors named exactly “${name}” are here, even if they are different people.`,
  toldApart: (name: string) =>
    `Sources give different identifiers for authors named “${name}”, so each has a page.`,
};
