import { paperLabels } from "../i18n/strings.ts";
import type { Author, PaperEntry } from "../schemas/paper.ts";

const namesShown = 3;

type Authored = Pick<PaperEntry, "authors" | "authorsCount"> &
  Partial<Pick<PaperEntry, "reference">>;

/** The first authors of a paper, and what a list says after their names: ", and 9 more", or nothing. */
export function firstAuthors({ authors, authorsCount = 0, reference }: Authored): {
  first: Author[];
  others: string;
} {
  const first = authors.slice(0, namesShown);
  if (reference?.authorsCut) return { first, others: paperLabels.andOthers() };
  const more = Math.max(authors.length, authorsCount) - first.length;
  return { first, others: more > 0 ? paperLabels.andOthers(more) : "" };
}

/**
 * The authors of a paper in a short line: the first names if the source gives names, otherwise the
 * number of authors, otherwise undefined.
 */
export function authorsLine(paper: Authored): string | undefined {
  const { authors, authorsCount } = paper;
  if (authors.length === 0) {
    return authorsCount === undefined ? undefined : paperLabels.authors(authorsCount);
  }
  const { first, others } = firstAuthors(paper);
  return first.map(({ name }) => name).join(", ") + others;
}
