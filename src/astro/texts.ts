import { type Rendered, renderOpening, renderTitle } from "../archive/render-markdown.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { abstractSource } from "./abstracts.ts";

const titles = new Map<string, Rendered>();
const openings = new Map<string, Promise<Rendered>>();

/** A paper's title as HTML. It is made once, because many lists show it. */
export function titleOf({ id, title }: PaperEntry): Rendered {
  const known = titles.get(id) ?? renderTitle(title);
  titles.set(id, known);
  return known;
}

/** The beginning of a paper's abstract as HTML, for lists. */
export function standfirstOf(paper: PaperEntry): Promise<Rendered> {
  const known = openings.get(paper.id) ?? abstractSource(paper).then(renderOpening);
  openings.set(paper.id, known);
  return known;
}

/** Whether a list of these papers shows a formula, so that its page needs KaTeX's style sheet. */
export async function showsMath(papers: PaperEntry[], standfirst: boolean): Promise<boolean> {
  if (papers.some((paper) => titleOf(paper).math)) return true;
  if (!standfirst) return false;
  return (await Promise.all(papers.map(standfirstOf))).some(({ math }) => math);
}
