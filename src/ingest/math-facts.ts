import type { PaperEntry, RestoredSpan } from "../schemas/paper.ts";
import type { CleanPaper } from "./clean.ts";
import type { TextMath } from "./restore-math.ts";

/** What an entry tells of its formulas: of a title and an abstract, which may be two records'. */
export function mathOf(
  title: Pick<CleanPaper, "math" | "source">,
  abstract: Pick<CleanPaper, "math" | "source">,
  group: readonly Pick<CleanPaper, "source">[],
): PaperEntry["math"] {
  const spansOf = (
    { spans }: TextMath,
    where: RestoredSpan["where"],
    { source }: Pick<CleanPaper, "source">,
  ) => {
    const index = group.findIndex((record) => record.source === source);
    return spans.map((span) => ({ where, ...span, ...(index > 0 ? { source: index } : {}) }));
  };
  const [first, second] = [title.math.title, abstract.math.abstract];
  const spans = [...spansOf(first, "title", title), ...spansOf(second, "abstract", abstract)];
  const corrected = first.corrected + second.corrected;
  return {
    restored: spans.length,
    left: first.left.length + second.left.length,
    lossy: spans.filter(({ lossy }) => lossy).length,
    ...(corrected > 0 ? { corrected } : {}),
    ...(spans.length > 0 ? { spans } : {}),
  };
}
