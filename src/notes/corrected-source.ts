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
  const restored = views.flatMap(({ formulas }, view) =>
    formulas.flatMap((formula) => {
      const span = formula.node.data?.restored;
      return span ? [{ span, isGone: isReplaced(view, formula) }] : [];
    }),
  );
  const math = {
    spans: withoutGone(spans, restored),
    left: untouched(left, views, isReplaced),
    corrected: corrected + replacements.flat().length,
  };
  return { ...source, math };
}

type Spans = TextSource["math"]["spans"];

/**
 * The spans of formulas that are not gone. Spans and formulas are both in the order of the text. Those of a remembered
 * record are equal, but not the same objects.
 */
function withoutGone(
  spans: Spans,
  restored: readonly { span: Spans[number]; isGone: boolean }[],
): Spans {
  const texts = spans.map((span) => JSON.stringify(span));
  const gone = new Set<number>();
  let from = 0;
  for (const { span, isGone } of restored) {
    const at = texts.indexOf(JSON.stringify(span), from);
    if (at < 0) continue;
    if (isGone) gone.add(at);
    from = at + 1;
  }
  return spans.filter((_, at) => !gone.has(at));
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
