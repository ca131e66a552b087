import type { Author, PaperEntry } from "../schemas/paper.ts";
import { addressPart } from "../text/address-part.ts";
import { asciiFold } from "../text/slug.ts";
import { familyFirst, readNames } from "./citations/names.ts";
import { pageOfAuthor, sharedAuthorPages } from "./shared-author-pages.ts";
import { smallArchive } from "./small-archive.ts";

/** A person or group of that name, as far as sources tell people apart. */
interface Person<P> {
  name: string;
  /** ORCIDs and handles, as sources give them. */
  ids: string[];
  /** Whether ids tell this author from others of the same name. */
  hasNamesakes: boolean;
  /** In the order of the archive. */
  papers: P[];
}

/** An author whose papers a page lists. */
export interface AuthorGroup<P = PaperEntry> extends Person<P> {
  /** The part of the page's address that is the author's. */
  key: string;
  /** The letter of the index that has the author: `a` to `z`, or `other`. */
  letter: string;
  /** The number of the page that the author shares with others of few papers; undefined for one with an own page. */
  shared: number | undefined;
}

type Authored = Pick<PaperEntry, "authors">;

/**
 * The fewest papers of an author whose papers a page lists, in an archive of so many. Half of those with two papers or
 * more have two, so in a large archive a search lists theirs, as it does for authors of one paper.
 */
export function fewestForAuthor(papers: number): number {
  if (papers <= smallArchive) return 2;
  return papers <= mediumArchive ? 3 : 5;
}

/**
 * The fewest papers of an author with a page of their own. In a large archive, nine of ten authors with a list would
 * have a page for less than ten papers, and these pages would be half of the site, so they share pages.
 */
export function fewestForAuthorPage(papers: number): number {
  return papers <= smallArchive ? 2 : 10;
}

const mediumArchive = 10_000;

/**
 * The authors whose papers a page lists, sorted by family name. Names that are exactly alike are one author, unless
 * their ids differ: then each id is an author, and papers that give no id are another one's.
 */
export function authorGroups<P extends Authored>(papers: readonly P[]): AuthorGroup<P>[] {
  const fewest = fewestForAuthor(papers.length);
  const fewestAlone = fewestForAuthorPage(papers.length);
  const pages = sharedAuthorPages(papers.length);
  return withKeys(peopleOf(papers))
    .filter((person) => person.papers.length >= fewest)
    .map((group) => ({ group, order: orderOf(group.name) }))
    .map(({ group, order }) => ({
      order,
      group: {
        ...group,
        letter: letterOf(order),
        shared: group.papers.length >= fewestAlone ? undefined : pageOfAuthor(pages, group.key),
      },
    }))
    .sort((a, b) => compare(a.order, b.order) || compare(a.group.key, b.group.key))
    .map(({ group }) => group);
}

/** The family name comes first, so that "Li, Ann" does not follow "Lian, Bo". */
function orderOf(name: string): string {
  return familyFirstName(name).split(", ").map(asciiFold).join(" ");
}

function letterOf(order: string): string {
  return /^[a-z]/.exec(order)?.[0] ?? "other";
}

/** Makes a function that finds an author of a paper among those whose papers a page lists. */
export function authorFinder(
  groups: readonly AuthorGroup[],
): (author: Author) => AuthorGroup | undefined {
  const byName = Map.groupBy(groups, ({ name }) => name);
  return ({ name, id }) =>
    byName
      .get(exactName(name))
      ?.find(
        ({ hasNamesakes, ids }) =>
          !hasNamesakes || (id === undefined ? ids.length === 0 : ids.includes(id)),
      );
}

/** A name with the family name first, as indexes sort it: "Lovelace, Ada". */
export function familyFirstName(name: string): string {
  const [read] = readNames([name]);
  return read === undefined ? name : familyFirst(read);
}

/** The web page of an id, if it is an ORCID. */
export function orcidAddress(id: string): string | undefined {
  return orcid.test(id) ? `https://orcid.org/${id}` : undefined;
}

const orcid = /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/;

function exactName(name: string): string {
  return name.normalize("NFC").trim().replace(/\s+/g, " ");
}

function peopleOf<P extends Authored>(papers: readonly P[]): Person<P>[] {
  const byName = new Map<string, { id: string | undefined; paper: P }[]>();
  for (const paper of papers) {
    for (const { name, id } of paper.authors) {
      const exact = exactName(name);
      const found = byName.get(exact);
      if (found) found.push({ id, paper });
      else byName.set(exact, [{ id, paper }]);
    }
  }
  return [...byName].flatMap(([name, signed]) => {
    const ids = [...new Set(signed.flatMap(({ id }) => id ?? []))].sort();
    const personOf = (own: string[], signatures: typeof signed, hasNamesakes: boolean) => ({
      name,
      ids: own,
      hasNamesakes,
      papers: [...new Set(signatures.map(({ paper }) => paper))],
    });
    if (!differ(ids)) return [personOf(ids, signed, false)];
    return [...Map.groupBy(signed, ({ id }) => id)].map(([id, signatures]) =>
      personOf(id === undefined ? [] : [id], signatures, true),
    );
  });
}

/** Whether ids are those of several people. An ORCID and a handle may be the same person's. */
function differ(ids: readonly string[]): boolean {
  const orcids = ids.filter((id) => orcid.test(id));
  return orcids.length > 1 || ids.length - orcids.length > 1;
}

/**
 * Authors of two papers or more, with their parts of addresses. Those that would have the same one all get
 * another instead, so that an address never becomes another author's. Which ones have a page changes none of them.
 */
function withKeys<P>(people: readonly Person<P>[]): (Person<P> & { key: string })[] {
  const shown = people.filter(({ papers }) => papers.length >= 2);
  return [...Map.groupBy(shown, plainKey)].flatMap(([key, alike]) =>
    alike.map((person) => ({ ...person, key: alike.length === 1 ? key : hashedKey(person) })),
  );
}

/** "Fei-Fei O’Brien" as `fei-fei-obrien`, followed by the id of an author with namesakes. */
function plainKey(person: Pick<Person<unknown>, "name" | "ids" | "hasNamesakes">): string {
  const { name, ids, hasNamesakes } = person;
  const words = [name, ...(hasNamesakes ? ids : [])]
    .join(" ")
    .toLowerCase()
    .normalize("NFC")
    .replace(/['’]/g, "")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word));
  return words.length === 0 ? hashedKey(person) : addressPart(words.join("-"));
}

/** No part of an address can have a slash, so this one gets a hash of all that tells the author apart. */
function hashedKey({ name, ids, hasNamesakes }: Omit<Person<unknown>, "papers">): string {
  return addressPart([name, ...(hasNamesakes ? ids : []), ""].join("/"));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
