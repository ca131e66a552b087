import { findWholeMath } from "./math/whole-math.ts";
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
}

/**
 * Tells formulas from words, before anything is cleaned: the source's own signs are the evidence.
 * Formulas with their delimiters are kept as they are.
 */
export function restoreMath(raw: RawPaper): MathPaper {
  const { title, abstract, ...facts } = raw;
  return {
    ...facts,
    title: markFormulas(title),
    abstract: abstract.split(/\n{2,}/).map(markFormulas),
    math: { restored: 0, left: 0, lossy: 0 },
  };
}

function markFormulas(text: string): MarkedText {
  const source = text.replaceAll(formulaMark, "");
  let words = "";
  let at = 0;
  const formulas: string[] = [];
  for (const { start, end, latex } of findWholeMath(source)) {
    words += source.slice(at, start) + formulaMark;
    formulas.push(latex);
    at = end;
  }
  return { words: words + source.slice(at), formulas };
}
