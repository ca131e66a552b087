import { paperLabels } from "../i18n/strings.ts";
import type { PaperEntry } from "../schemas/paper.ts";

const namesShown = 3;

/**
 * The authors of a paper in a short line: the first names if the source gives names, otherwise the
 * number of authors, otherwise undefined.
 */
export function authorsLine({
  authors,
  authorsCount,
}: Pick<PaperEntry, "authors" | "authorsCount">): string | undefined {
  if (authors.length > 0) {
    const names = authors.slice(0, namesShown).map(({ name }) => name);
    const line = names.join(", ");
    return authors.length > namesShown ? paperLabels.andOthers(line) : line;
  }
  return authorsCount === undefined ? undefined : paperLabels.authors(authorsCount);
}
