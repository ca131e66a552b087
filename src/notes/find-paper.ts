import type { PaperEntry } from "../schemas/paper.ts";
import { nearestNamed } from "../text/nearest-ids.ts";
import { keysOfName, keysOfPaper } from "../text/paper-name.ts";
import { asciiFold } from "../text/slug.ts";

type Findable = Pick<PaperEntry, "id" | "aliases" | "ids" | "titleText">;

/**
 * The paper that a person named, or several if the words match more than one, or else the nearest
 * ids.
 */
export type FoundPaper<P> = { paper: P } | { several: P[] } | { nearest: string[] };

/**
 * Finds a paper by its id or a former one, an arXiv id, a DOI, an address (of the site or of the
 * paper), or a part of its title that no other has.
 */
export function findPaper<P extends Findable>(
  written: string,
  papers: readonly P[],
): FoundPaper<P> {
  const words = written.trim();
  // The last part of an address, or of a path: …/papers/<id>/, content/notes/<id>.mdx.
  const name = words
    .replace(/[?#].*$/s, "")
    .replace(/(?<!\/)\/+$/, "")
    .replace(/^.*\//, "")
    .replace(/\.mdx$/, "")
    .toLowerCase();
  const keys = new Set([...keysOfName(name), ...keysOfName(words)]);
  const named = papers.find((paper) => keysOfPaper(paper).some((key) => keys.has(key)));
  if (named) return { paper: named };
  const folded = asciiFold(words);
  const titled = papers.filter(
    ({ titleText }) => folded !== "" && asciiFold(titleText).includes(folded),
  );
  const exact = titled.filter(({ titleText }) => asciiFold(titleText) === folded);
  const [paper, ...others] = exact.length === 1 ? exact : titled;
  if (paper && others.length === 0) return { paper };
  if (paper) return { several: titled };
  const candidates = papers.map(({ id, aliases, titleText }) => ({
    id,
    names: [id, ...aliases, titleText.toLowerCase()],
  }));
  return { nearest: nearestNamed(words.includes("/") ? name : words, candidates) };
}
