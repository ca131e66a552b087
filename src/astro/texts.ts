import {
  type Rendered,
  type RenderedParts,
  renderParts,
  renderTitle,
} from "../archive/render-markdown.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { abstractSource } from "./abstracts.ts";
import { keptByPaper } from "./traced.ts";

const titles = keptByPaper<Rendered>();
const abstracts = keptByPaper<RenderedParts>();

/** A paper's title as HTML. It is made once, because many lists show it. */
export function titleOf({ id, title }: PaperEntry): Rendered {
  const made = titles();
  const known = made.get(id) ?? renderTitle(title);
  made.set(id, known);
  return known;
}

/** A paper's abstract as HTML, for lists: its first sentence, and the rest. */
export async function partsOf(paper: PaperEntry): Promise<RenderedParts> {
  // Each page asks for the source, because each shows it.
  const source = await abstractSource(paper);
  const made = abstracts();
  const known = made.get(paper.id) ?? renderParts(source);
  made.set(paper.id, known);
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
