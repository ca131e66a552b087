import { findWholeMath, type Restoration, restore, type WholeMath } from "../math/restore/index.ts";
import {
  type Located,
  locateCorrections,
  overlap,
  type Replacement,
} from "../notes/correct-formulas.ts";
import type { FormulaCorrection } from "../schemas/note.ts";
import type { RestoredSpan } from "../schemas/paper.ts";
import { formulaMark, withoutControls } from "../text/characters.ts";
import type { RawPaper } from "./raw-paper.ts";

/**
 * A text whose formulas are told from its words: the words as the source printed them with a mark
 * in each formula's place, and the formulas in order.
 */
export interface MarkedText {
  words: string;
  formulas: string[];
}

/** What became of the formulas of one text. */
export interface TextMath {
  /** Restored from damage, in order. */
  spans: Omit<RestoredSpan, "where" | "source">[];
  /** Likely formulas that stay as they were, as the source has them. */
  left: string[];
  /** How many the owner set by hand, those that are no formula included. */
  corrected: number;
}

/** A record whose texts are marked. */
export interface MathPaper extends Omit<RawPaper, "title" | "abstract"> {
  title: MarkedText;
  /** One a paragraph. */
  abstract: MarkedText[];
  math: { title: TextMath; abstract: TextMath };
  /** The abstract as the source printed it, where formulas were restored or corrected in it. */
  original?: string;
  /** The same of the title. */
  originalTitle?: string;
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
export function restoreMath(raw: RawPaper, context: MathContext): MathPaper {
  return restoreCorrected({ title: raw, abstract: raw }, context, []).value;
}

/**
 * As restoreMath, with the owner's corrections, which win over source and restorer. The title and
 * the abstract may come from two records; all other facts are those of the abstract's.
 */
export function restoreCorrected(
  raw: { title: RawPaper; abstract: RawPaper },
  context: MathContext,
  corrections: readonly FormulaCorrection[],
): { value: MathPaper; unmatched: Located["unmatched"] } {
  const read = [
    readFormulas(raw.title.title, raw.title.damaged, context),
    readFormulas(raw.abstract.abstract, raw.abstract.damaged, context),
  ] as const;
  const texts = read.map(({ source, whole, restored }) => ({
    source,
    formulas: [...whole, ...restored.spans],
  }));
  const { replacements, unmatched } = locateCorrections(texts, corrections);
  const title = mark(read[0], replacements[0]);
  const abstract = mark(read[1], replacements[1]);
  const { title: _, abstract: original, ...facts } = raw.abstract;
  const changed = ({ math }: Marked) => math.spans.length + math.corrected > 0;
  const value = {
    ...facts,
    title,
    abstract: paragraphs(abstract),
    math: { title: title.math, abstract: abstract.math },
    ...(changed(abstract) ? { original } : {}),
    ...(changed(title) ? { originalTitle: raw.title.title } : {}),
  };
  return { value, unmatched };
}

interface ReadText {
  source: string;
  whole: WholeMath[];
  restored: Restoration;
}

function readFormulas(
  text: string,
  damaged: boolean,
  { formulaConfidence: threshold }: MathContext,
): ReadText {
  // Which blank a page was copied with (no-break, tab) must not decide what is a formula.
  const source = withoutControls(text)
    .replaceAll(formulaMark, "")
    .replace(/[^\S\n]+/g, " ");
  const none = { spans: [], left: 0, doubtful: [], lossy: 0 };
  const restored = damaged ? restore(source, { threshold }) : none;
  return { source, whole: findWholeMath(source), restored };
}

interface Marked extends MarkedText {
  math: TextMath;
}

function mark({ source, whole, restored }: ReadText, replacements: Replacement[] = []): Marked {
  const untouched = <T extends { start: number; end: number }>(found: readonly T[]) =>
    found.filter((one) => !replacements.some((other) => overlap(one, other)));
  const spans = untouched(restored.spans);
  const set = replacements.flatMap(({ start, end, latex }) =>
    latex === null ? [] : [{ start, end, latex }],
  );
  const all = [...untouched(whole), ...spans, ...set].sort((a, b) => a.start - b.start);
  let words = "";
  let at = 0;
  for (const { start, end } of all) {
    words += source.slice(at, start) + formulaMark;
    at = end;
  }
  return {
    words: words + source.slice(at),
    formulas: all.map(({ latex }) => latex),
    math: {
      spans: spans.map(({ source: text, latex, confidence, lossy }) => ({
        text,
        latex,
        confidence: Math.round(confidence * 100) / 100,
        ...(lossy ? { lossy } : {}),
      })),
      left: untouched(restored.doubtful).map(({ source: text }) => text),
      corrected: replacements.length,
    },
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
