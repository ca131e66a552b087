import type { PaperTexts } from "./paper-texts.ts";

type Dated = Pick<PaperTexts, "id" | "since">;

/**
 * The oldest papers of an archive, as many as the largest number of a series that grows by a factor from step
 * to step. What is made of them alone stays as it is when papers are added, until the archive has grown by
 * that factor. Papers without a date are the newest.
 */
export function basePapers<T extends Dated>(papers: readonly T[], growth: number): T[] {
  return papers.toSorted(byAge).slice(0, stepBelow(papers.length, growth));
}

function byAge(a: Dated, b: Dated): number {
  const [since, other] = [a.since ?? "~", b.since ?? "~"];
  if (since !== other) return since < other ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function stepBelow(count: number, growth: number): number {
  let step = Math.min(count, 10);
  for (let next = step; next <= count; next = Math.ceil(next * growth)) step = next;
  return step;
}
