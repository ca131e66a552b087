import type { PaperFileKind, Site } from "../schemas/site.ts";
import { paperFileKinds } from "../schemas/site.ts";

/**
 * The number of papers up to which each of them has all files beside its page if the owner does not say
 * otherwise. A site has two files a paper, so it stays below the 20,000 files that some hosts take.
 */
const smallArchive = 2_800;

/** The kinds of files beside the page of each paper, by the owner's settings and the number of papers. */
export function paperFilesOf(
  { paperFiles }: Pick<Site, "paperFiles">,
  papers: number,
): ReadonlySet<PaperFileKind> {
  return new Set(paperFiles ?? (papers <= smallArchive ? paperFileKinds : []));
}

/** Whether each paper has a picture for links to it. */
export function hasCards({ cards }: Pick<Site, "cards">, papers: number): boolean {
  return cards ?? papers <= smallArchive;
}
