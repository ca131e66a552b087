import { findWholeMath, restore } from "./math/index.ts";
import type { RawPaper } from "./raw-paper.ts";
import { formulaMark } from "./text/characters.ts";

/**
 * A text whose formulas are told from its words: the words as the source printed them with a mark
 * in each formula's place, and the formulas in order.
 */
export interface MarkedText {
  words: string;
  formulas: string[];
}

/** A record whose texts are marked. */
export interface MathPaper extends Omit<RawPaper, "title" | "abstract"> {
  title: MarkedText;
  /** One a paragraph. */
  abstract: MarkedText[];
  math: { restored: number; left: number; lossy: number };
  /** The abstract as the source printed it, where formulas were restored in it. */
  original?: string;
}

export interface MathContext {
  /** Spans restored with less confidence than this, 0 to 1, stay as they were. */
  formulaConfidence: number;
}

/**
 * Tells formulas from words, before anything is cleaned: the source's own signs are the evidence.
 * Formulas with their delimiters are kept as they are; those that a damaging source took them from
 * are restored where the restorer is sure enough.
 */
export function restoreMath(raw: RawPaper, { formulaConfidence }: MathContext): MathPaper {
  const { title, abstract, ...facts } = raw;
  const threshold = raw.damaged ? formulaConfidence : undefined;
  const marked = [markFormulas(title, threshold), markFormulas(abstract, threshold)] as const;
  const sum = (key: keyof MathPaper["math"]) => marked[0].math[key] + marked[1].math[key];
  return {
    ...facts,
    title: marked[0],
    abstract: paragraphs(marked[1]),
    math: { restored: sum("restored"), left: sum("left"), lossy: sum("lossy") },
    ...(marked[1].math.restored > 0 ? { original: abstract } : {}),
  };
}

interface Marked extends MarkedText {
  math: MathPaper["math"];
}

function markFormulas(text: string, threshold: number | undefined): Marked {
  // Which blank a page was copied with (no-break, tab) must not decide what is a formula.
  const source = text.replaceAll(formulaMark, "").replace(/[^\S\n]+/g, " ");
  const none = { spans: [], left: 0, lossy: 0 };
  const { spans, left, lossy } = threshold === undefined ? none : restore(source, { threshold });
  const all = [...findWholeMath(source), ...spans].sort((a, b) => a.start - b.start);
  let words = "";
  let at = 0;
  for (const { start, end } of all) {
    words += source.slice(at, start) + formulaMark;
    at = end;
  }
  return {
    words: words + source.slice(at),
    formulas: all.map(({ latex }) => latex),
    math: { restored: spans.length, left, lossy },
  };
}

/** Parts a text at its empty lines; each paragraph keeps its own formulas. */
function paragraphs({ words, formulas }: MarkedText): MarkedText[] {
  let used = 0;
  return words.split(/\n{2,}/).map((paragraph) => {
    const count = paragraph.split(formulaMark).length - 1;
    used += count;
    return { words: paragraph, formulas: formulas.slice(used - count, used) };
  });
}
