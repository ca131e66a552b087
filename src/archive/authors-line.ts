import { paperLabels } from "../i18n/strings.ts";
import type { PaperEntry } from "../schemas/paper.ts";

/** How many authors a list names. */
export const namesShown = 3;

/**
 * The authors of a paper in a short line: the first names if the source gives names, otherwise the
 * number of authors, otherwise undefined.
 */
export function authorsLine({
  authors,
  authorsCount = 0,
  reference,
}: Pick<PaperEntry, "authors" | "authorsCount"> & Partial<Pick<PaperEntry, "reference">>):
  | string
  | undefined {
  if (authors.length > 0) {
    const line = authors
      .slice(0, namesShown)
      .map(({ name }) => name)
      .join(", ");
    const more = Math.max(authors.length, authorsCount) - namesShown;
    if (reference?.authorsCut) return paperLabels.andOthers(line);
    return more > 0 ? paperLabels.andOthers(line, more) : line;
  }
  return authorsCount === 0 ? undefined : paperLabels.authors(authorsCount);
}
