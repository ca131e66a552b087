import { authorFinder } from "../archive/authors.ts";
import { authorsPage } from "../i18n/strings.ts";
import type { Author } from "../schemas/paper.ts";
import { archive } from "./archive.ts";
import { madeOnce } from "./made-once.ts";
import { to } from "./settings.ts";

/** Makes a function that returns the address of an author's page, or undefined for an author without one. */
export const authorPages = madeOnce(["papers"], async () => {
  const find = authorFinder((await archive()).authors);
  return (author: Author): string | undefined => {
    const group = find(author);
    return group && to.author(group.key);
  };
});

/** Makes a function that returns where an author's name leads: to a page, or else to a search for the name. */
export async function authorLinks(): Promise<(author: Author) => string> {
  const pageOf = await authorPages();
  return (author) => pageOf(author) ?? to.authorSearch(author.name);
}

/** How the index of authors names a letter. */
export function letterName(letter: string): string {
  return letter === "other" ? authorsPage.otherLetters : letter.toUpperCase();
}
