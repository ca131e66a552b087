import { type AuthorGroup, authorFinder } from "../archive/authors.ts";
import { authorsPage } from "../i18n/strings.ts";
import type { Author } from "../schemas/paper.ts";
import { archive } from "./archive.ts";
import { to } from "./settings.ts";
import { fact, lookup } from "./traced.ts";
import { listsAreWhole } from "./whole-lists.ts";

const addresses = lookup("page of an author", ["papers"], async () => {
  const find = authorFinder((await archive()).authors);
  return (key) => {
    const [id = "", name = ""] = key.split("\n");
    const group = find({ name, ...(id === "" ? {} : { id }) });
    return group && addressOfAuthor(group);
  };
});

/** Where an author's papers are listed: on a page of their own, or on one that many share. */
export function addressOfAuthor({ key, shared }: Pick<AuthorGroup, "key" | "shared">): string {
  return shared === undefined ? to.author(key) : to.authorOfFew(shared, key);
}

/** Makes a function that returns the address of an author's page, or undefined for an author without one. */
export async function authorPages(): Promise<(author: Author) => string | undefined> {
  const addressOf = await addresses();
  return ({ id = "", name }) => addressOf(`${id}\n${name}`);
}

/** Makes a function that returns where an author's name leads: to a page, or else to a search for the name. */
export async function authorLinks(): Promise<(author: Author) => string> {
  const pageOf = await authorPages();
  return (author) => pageOf(author) ?? to.authorSearch(author.name);
}

/**
 * The same for the rows of lists, which have many names: those of a large archive lead only to pages that authors have
 * for themselves, since the page of each paper has the links of all its authors.
 */
export async function authorLinksOfRows(): Promise<(author: Author) => string | undefined> {
  if (await listsAreWhole()) return authorLinks();
  const pageOf = await authorPages();
  return (author) => {
    const page = pageOf(author);
    return page?.includes("#") ? undefined : page;
  };
}

/** The letters of the index of authors, with the number of authors under each. */
export const authorsOfLetters = fact("letters of authors", ["papers"], async () => {
  const letters = Map.groupBy((await archive()).authors, ({ letter }) => letter);
  return [...letters].map(([letter, found]) => ({ letter, count: found.length }));
});

/** How many authors have a list of their papers. */
export const authorsWithPage = fact(
  "number of authors",
  ["papers"],
  async () => (await archive()).authors.length,
);

/** How the index of authors names a letter. */
export function letterName(letter: string): string {
  return letter === "other" ? authorsPage.otherLetters : letter.toUpperCase();
}
