import {
  type Rendered,
  type RenderedParts,
  renderParts,
  renderSentence,
  renderTitle,
} from "../archive/render-markdown.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { abstractSource } from "./abstracts.ts";
import { keptByPaper } from "./traced.ts";

/** Inline content as HTML, and whether it needs KaTeX's style sheet. */
export type Shown = Pick<Rendered, "html" | "math">;

/** As many abstracts are kept: all of an archive whose lists have them, and in a larger one those of the last pages. */
const mostAbstracts = 3000;

const titles = keptByPaper<Shown>();
const sentences = keptByPaper<Shown>();
const abstracts = keptByPaper<RenderedParts>({ most: mostAbstracts });

/** A paper's title as HTML. It is made once, because many lists show it. */
export function titleOf({ id, title }: PaperEntry): Shown {
  return titles(id, () => compact(renderTitle(title)));
}

/** A paper's abstract as HTML, for lists: its first sentence, and the rest. */
export async function partsOf(paper: PaperEntry): Promise<RenderedParts> {
  // Each page asks for the source, because each shows it.
  const source = await abstractSource(paper);
  const parts = abstracts(paper.id, () => renderParts(source));
  sentences(paper.id, () => compact(parts.sentence));
  return parts;
}

/** The same of the first sentence alone. It is made once, because most lists show no more. */
export async function sentenceOf(paper: PaperEntry): Promise<Shown> {
  const source = await abstractSource(paper);
  return sentences(paper.id, () => compact(renderSentence(source)));
}

/** Without what only reports need, in a string of its own: parts of others would keep all of these in memory. */
function compact({ html, math }: Rendered): Shown {
  return { html: Buffer.from(html).toString(), math };
}

/** What rows of a list show of papers besides their titles. */
export type ShownOfPapers = "titles" | "sentences" | "abstracts";

/** Whether what a list shows of these papers has formulas, so that the page needs KaTeX's style sheet. */
export async function showsMath(
  papers: readonly PaperEntry[],
  shown: ShownOfPapers = "abstracts",
): Promise<boolean> {
  if (papers.some((paper) => titleOf(paper).math)) return true;
  if (shown === "titles") return false;
  if (shown === "sentences") {
    return (await Promise.all(papers.map(sentenceOf))).some(({ math }) => math);
  }
  const parts = await Promise.all(papers.map(partsOf));
  return parts.some(({ sentence, rest }) => sentence.math || rest?.math === true);
}
