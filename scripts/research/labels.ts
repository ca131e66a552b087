import type { TextContext } from "../../src/math/restore/context.ts";
import { label } from "../../src/math/restore/features.ts";
import type { TrueSpan } from "../math/truth.ts";

/**
 * A formula that is still recognisable. Words, bare numbers and percentages look the same with and
 * without dollars, so the tagger learns them as prose.
 */
export function isKnowable(span: TrueSpan): boolean {
  if (span.kind === "damaged" || span.kind === "letter") return true;
  const text = span.recoverable.trim();
  if (/[\u0370-\u03ff]/.test(text)) return true;
  if (/[A-Za-z]{3}/.test(text)) return false;
  return /[A-Za-z]/.test(text) && /[=<>(|+*/]/.test(text);
}

/** The true label of each token. */
export function labelsOf(context: TextContext, spans: readonly TrueSpan[]): Uint8Array {
  const { tokens } = context;
  const labels = new Uint8Array(tokens.length);
  let at = 0;
  for (const span of spans) {
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= span.start) at += 1;
    if (!isKnowable(span)) continue;
    let first = true;
    for (let index = at; index < tokens.length; index += 1) {
      const token = tokens[index];
      if (token === undefined || token.start >= span.end) break;
      const shared = Math.min(token.end, span.end) - Math.max(token.start, span.start);
      const size = token.end - token.start;
      if (shared < size && (span.kind === "letter" || shared * 2 < size)) continue;
      labels[index] = first ? label.begin : label.inside;
      first = false;
    }
  }
  return labels;
}
