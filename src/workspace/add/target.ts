import { hostIn } from "../../text/paper-ids.ts";
import { type PaperTarget, paperIn } from "../../text/paper-target.ts";

/** What to add: a paper by its id, or a file. */
export type Target = PaperTarget | { kind: "file"; path: string };

/**
 * Reads an argument as a file, an arXiv id, a DOI, or a web address of either. If a file of that name
 * exists, it is the file. Undefined if the argument is none of these.
 */
export function targetOf(word: string, isFile: (path: string) => boolean): Target | undefined {
  return isFile(word) ? { kind: "file", path: word } : paperIn(word);
}

/** Why an argument is no target, and what to give instead, as the end of a sentence about it. */
export function whyNoTarget(word: string): string {
  const host = hostIn(word);
  return host === undefined
    ? "is not an arXiv id, a DOI or an existing file"
    : `has no arXiv id or DOI in it. Give the one that the page at ${host} shows, or a file with the BibTeX entry of that page`;
}
