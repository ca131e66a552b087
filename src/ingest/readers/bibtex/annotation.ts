/** What a field of annotations has. */
export interface Annotation {
  /** What the owner wrote. */
  words: string;
  /** Lines with nothing but an id of the paper, such as `arXiv: 1412.6980`. */
  ids: string[];
}

const idLine = /^\s*(?:arxiv|doi)\s*:\s*\S+(?:\s*\[[\w.-]{1,20}\])?\s*$/i;

/**
 * Tells the owner's words from what programs put there: Better BibTeX wrote Zotero's "Extra" into
 * `annotation`, which has ids and counts of citations. Ids in the owner's words are of other papers.
 */
export function annotationIn(text: string): Annotation {
  const lines = text.split(/\r?\n/);
  const words = lines.filter((line) => !idLine.test(line)).join("\n");
  return {
    words: /\p{L}/u.test(words) ? words : "",
    ids: lines.filter((line) => idLine.test(line)),
  };
}
