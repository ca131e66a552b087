import { arxivIn, arxivWord, doiIn } from "../../text/paper-ids.ts";

/** What an owner asks to add. */
export type Target =
  | { kind: "arxiv"; id: string }
  | { kind: "doi"; doi: string }
  | { kind: "file"; path: string };

/**
 * Reads a word as an arXiv id, a DOI, an address of either, or a file. A file that is there wins;
 * undefined where the word is none of them.
 */
export function targetOf(word: string, isFile: (path: string) => boolean): Target | undefined {
  if (isFile(word)) return { kind: "file", path: word };
  const arxiv = arxivWord(word) ?? arxivIn(word);
  if (arxiv) return { kind: "arxiv", id: arxiv.id };
  const isDoi = /^(?:doi:\s*)?10\.\d{4,9}\/|^https?:\/\/(?:dx\.)?doi\.org\//i.test(word);
  const doi = isDoi ? doiIn(word) : undefined;
  return doi === undefined ? undefined : { kind: "doi", doi };
}
