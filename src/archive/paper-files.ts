import type { PaperFileKind, Site } from "../schemas/site.ts";
import { paperFileKinds } from "../schemas/site.ts";
import { smallArchive } from "./small-archive.ts";

/** The kinds of files beside the page of each paper, by the owner's settings and the number of papers. */
export function paperFilesOf(
  { paperFiles }: Pick<Site, "paperFiles">,
  papers: number,
): ReadonlySet<PaperFileKind> {
  return new Set(paperFiles ?? (papers <= smallArchive ? paperFileKinds : []));
}

/** The number of papers up to which lists have files of citations if the owner does not say otherwise. */
const fewPapers = 500;

/**
 * Whether each day and each topic has files with the citations of its papers. Otherwise a reader's browser makes
 * them: together they would have each paper many times.
 */
export function hasListFiles({ listFiles }: Pick<Site, "listFiles">, papers: number): boolean {
  return listFiles ?? papers <= fewPapers;
}

/**
 * Whether all lists have the abstracts of their papers, and what Zotero reads of them. A paper is in about ten lists,
 * so in a large archive only the days, where readers meet new papers, and the owner's lists have them: the page of
 * each paper and the search have both.
 */
export function hasWholeLists(papers: number): boolean {
  return papers <= smallArchive;
}

/**
 * Whether there is a file with the citations of all papers in each format. In a large archive there is one of BibTeX, and a
 * reader's browser makes the others: nearly all programs read BibTeX, and each further file has all papers once more.
 */
export function hasAllCitations(papers: number): boolean {
  return papers <= smallArchive;
}

/** Whether the file with all papers as data is not compressed. It has all abstracts, and a third of its bytes compressed. */
export function hasPlainData(papers: number): boolean {
  return papers <= smallArchive;
}

/** Whether pages leave out end tags and quotation marks that HTML does not need, which are a tenth of a page. */
export function hasTightPages(papers: number): boolean {
  return papers > smallArchive;
}

/** Whether each paper has a picture for links to it. */
export function hasCards({ cards }: Pick<Site, "cards">, papers: number): boolean {
  return cards ?? papers <= smallArchive;
}
