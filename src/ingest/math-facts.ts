import { defined } from "../schemas/defined.ts";
import type { PaperEntry, Provenance, RestoredSpan } from "../schemas/paper.ts";
import { sourceKey } from "./identity/source-key.ts";
import type { Paper, TextSource } from "./paper.ts";

/**
 * An entry's facts about the formulas of its texts. For each restored formula, they say which of
 * the paper's sources printed it.
 */
export function mathOf(
  { title, abstract }: Paper["textSources"],
  sources: readonly Provenance[],
): PaperEntry["math"] {
  const keys = sources.map(sourceKey);
  const spansOf = ({ math, source }: TextSource, where: RestoredSpan["where"]) => {
    const index = keys.indexOf(sourceKey(source));
    return math.spans.map((span) => ({
      where,
      ...span,
      ...defined({ source: index > 0 ? index : undefined }),
    }));
  };
  const spans = [...spansOf(title, "title"), ...spansOf(abstract, "abstract")];
  const corrected = title.math.corrected + abstract.math.corrected;
  return {
    restored: spans.length,
    left: title.math.left.length + abstract.math.left.length,
    lossy: spans.filter(({ lossy }) => lossy).length,
    ...defined({
      corrected: corrected > 0 ? corrected : undefined,
      spans: spans.length > 0 ? spans : undefined,
    }),
  };
}
