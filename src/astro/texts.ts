import {
  type Rendered,
  type RenderedParts,
  renderParts,
  renderTitle,
} from "../archive/render-markdown.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { abstractSource } from "./abstracts.ts";

const titles = new Map<string, Rendered>();
const abstracts = new Map<string, Promise<RenderedParts>>();

/** A paper's title as HTML. It is made once, because many lists show it. */
export function titleOf({ id, title }: PaperEntry): Rendered {
  const known = titles.get(id) ?? renderTitle(title);
  titles.set(id, known);
  return known;
}

/** A paper's abstract as HTML, for lists: its first sentence, and the rest. */
export function partsOf(paper: PaperEntry): Promise<RenderedParts> {
  const known = abstracts.get(paper.id) ?? abstractSource(paper).then(renderParts);
  abstracts.set(paper.id, known);
  return known;
}

/**
 * Whether titles of these papers have formulas, or their abstracts where a list shows them, so that the
 * page needs KaTeX's style sheet.
 */
export async function showsMath(
  papers: readonly PaperEntry[],
  withAbstracts = true,
): Promise<boolean> {
  if (papers.some((paper) => titleOf(paper).math)) return true;
  if (!withAbstracts) return false;
  const parts = await Promise.all(papers.map(partsOf));
  return parts.some(({ sentence, rest }) => sentence.math || rest?.math === true);
}
