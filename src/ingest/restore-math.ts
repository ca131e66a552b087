import { expandMacros } from "../math/expand-macros.ts";
import type { Macros } from "../math/macros.ts";
import { type FormulaSpan, type Restoration, restore } from "../math/restore/index.ts";
import { defined } from "../schemas/defined.ts";
import type { RestoredSpan } from "../schemas/paper.ts";
import { formulaMark } from "../text/characters.ts";
import { isTooMuchMarkup } from "../text/markup-limits.ts";
import type { FormulaText } from "../text/tex/read-tex.ts";
import type { Formula } from "../text/tex/reading.ts";
import { markPlaces, type PlacedFormula, sourceText, wholeFormulas } from "./mark-formulas.ts";
import type { RawPaper } from "./raw-paper.ts";

/** A formula of a text, with its delimiters or with what the damage left of it. */
export interface SourceFormula extends Formula {
  /** The item of `TextMath.spans` about this formula, if it was restored. */
  restored?: TextMath["spans"][number];
}

/** A text of which the formulas are known. */
export type MarkedText = FormulaText<SourceFormula>;

/** How the formulas of one text were treated. */
export interface TextMath {
  /** Formulas restored from damage, in the order of the text. */
  spans: Omit<RestoredSpan, "where">[];
  /** Likely formulas that were left as they are, as the source prints them. */
  left: string[];
  /** How many spans the owner set by hand, including those that are not formulas. */
  corrected: number;
}

/** A record whose texts are marked. */
export interface MathPaper extends Omit<RawPaper, "title" | "abstract" | "annotation"> {
  title: MarkedText;
  /** One item for each paragraph. */
  abstract: MarkedText[];
  /** One item for each paragraph; absent if there is no annotation. */
  annotation?: MarkedText[];
  /** The texts as the source prints them. */
  printed: { title: string; abstract: string };
  math: { title: TextMath; abstract: TextMath };
}

/** The settings of formulas. */
export interface MathContext {
  /** The owner's macros, which are replaced by what they stand for, so that exports need none of them. */
  macros?: Macros;
  /** Formulas restored with less confidence than this, 0 to 1, are left as they are. */
  formulaConfidence: number;
}

/**
 * Separates the formulas of a record from its words and restores damaged ones. This comes before
 * cleaning, because the restorer needs the characters that the source printed. The texts of an
 * exported archive are Markdown already and keep their formulas.
 */
export function restoreMath(raw: RawPaper, context: MathContext): MathPaper {
  const { title: printedTitle, abstract: printedAbstract, annotation, ...facts } = raw;
  const markText = (text: string, elsewhere: string | undefined) =>
    raw.archived || isTooMuchMarkup(text)
      ? unmarked(text)
      : markFormulas(text, raw.damaged ? elsewhere : undefined, context);
  const title = markText(printedTitle, printedAbstract);
  const abstract = markText(printedAbstract, printedTitle);
  return {
    ...facts,
    title: title.marked,
    abstract: paragraphs(abstract.marked),
    ...(annotation === undefined
      ? {}
      : { annotation: paragraphs(markText(annotation, undefined).marked) }),
    printed: { title: printedTitle, abstract: printedAbstract },
    math: { title: title.math, abstract: abstract.math },
  };
}

interface ReadText {
  marked: MarkedText;
  math: TextMath;
}

function unmarked(words: string): ReadText {
  return { marked: { words, formulas: [] }, math: { spans: [], left: [], corrected: 0 } };
}

const nothing: Restoration = { spans: [], left: 0, doubtful: [], lossy: 0 };

/** `elsewhere` is the other text of a record whose formulas are damaged. */
function markFormulas(
  text: string,
  elsewhere: string | undefined,
  { formulaConfidence: threshold, macros = {} }: MathContext,
): ReadText {
  const source = sourceText(text);
  const restoration = elsewhere === undefined ? nothing : restore(source, { threshold, elsewhere });
  const restored = restoration.spans.map((span) => ({
    start: span.start,
    end: span.end,
    latex: span.latex,
    restored: spanOf(span),
  }));
  const all: PlacedFormula<Omit<SourceFormula, "source">>[] = [
    ...wholeFormulas(source).map(({ latex, ...place }) => ({
      ...place,
      latex: expandMacros(latex, macros),
    })),
    ...restored,
  ];
  const marked = markPlaces(
    source,
    all.toSorted((a, b) => a.start - b.start),
  );
  const left = restoration.doubtful.map((span) => span.source);
  const spans = restored.map((span) => span.restored);
  return { marked, math: { spans, left, corrected: 0 } };
}

function spanOf({ source, latex, confidence, lossy }: FormulaSpan): TextMath["spans"][number] {
  const rounded = Math.round(confidence * 100) / 100;
  return {
    text: source,
    latex,
    confidence: rounded,
    ...defined({ lossy: lossy ? (true as const) : undefined }),
  };
}

/** Splits a text at its empty lines; each paragraph keeps its own formulas. */
function paragraphs({ words, formulas }: MarkedText): MarkedText[] {
  // Such a text stays in one piece, which cleaning leaves as it is.
  if (formulas.length === 0 && isTooMuchMarkup(words)) return [{ words, formulas }];
  let used = 0;
  return words.split(/\n{2,}/).map((paragraph) => {
    const count = paragraph.split(formulaMark).length - 1;
    used += count;
    return { words: paragraph, formulas: formulas.slice(used - count, used) };
  });
}
