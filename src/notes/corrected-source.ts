import type { TextSource } from "../ingest/paper.ts";
import { findText } from "./locate-corrections.ts";
import { type Extent, overlap, type Replacement, type SourceView } from "./source-view.ts";

/**
 * A text's source after corrections, without the restored formulas that they replace. `views` and
 * `replacements` are those of the paragraphs of the text.
 */
export function correctedSource(
  source: TextSource,
  views: readonly SourceView[],
  replacements: readonly Replacement[][],
): TextSource {
  const { spans, left, corrected } = source.math;
  const isReplaced = (view: number, extent: Extent) =>
    (replacements[view] ?? []).some((one) => overlap(one, extent));
  const gone = new Set(
    views.flatMap(({ formulas }, view) =>
      formulas
        .filter((formula) => isReplaced(view, formula))
        .flatMap(({ node }) => node.data?.restored ?? []),
    ),
  );
  const math = {
    spans: spans.filter((span) => !gone.has(span)),
    left: untouched(left, views, isReplaced),
    corrected: corrected + replacements.flat().length,
  };
  return { ...source, math };
}

/** The likely formulas that nothing replaces, in the order of the text. */
function untouched(
  left: readonly string[],
  views: readonly SourceView[],
  isReplaced: (view: number, extent: Extent) => boolean,
): string[] {
  let [first, from] = [0, 0];
  return left.filter((text) => {
    for (const [view, { source, formulas }] of views.entries()) {
      if (view < first) continue;
      const start = view === first ? from : 0;
      const found = findText(source, text)
        .filter((one) => one.start >= start)
        .find((one) => !formulas.some((formula) => overlap(formula, one)));
      if (!found) continue;
      [first, from] = [view, found.end];
      return !isReplaced(view, found);
    }
    return true;
  });
}
