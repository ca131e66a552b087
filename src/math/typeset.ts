import katex, { type KatexOptions } from "katex";
import { argumentsOf } from "./expand-macros.ts";
import { withWidths } from "./formula-widths.ts";
import { longestFormula } from "./longest-formula.ts";
import { type Macro, type Macros, macros } from "./macros.ts";
import { withSoundMathml } from "./mend-mathml.ts";
import { withScrolling } from "./wide-formulas.ts";

/** What KaTeX lets a macro see and do. */
interface MacroContext {
  future(): { text: string };
  popToken(): unknown;
  consumeArgs(count: number): { text: string }[][];
}

/** A macro in KaTeX's form. One with arguments may have a star, as in `\norm*{x}`. */
function katexMacro(macro: Macro): string | ((context: MacroContext) => string) {
  if (argumentsOf(macro) === 0) return typeof macro === "string" ? macro : "";
  return (context) => {
    if (context.future().text === "*") context.popToken();
    if (typeof macro === "string") return macro;
    const [tokens = []] = context.consumeArgs(1);
    // KaTeX keeps the tokens of an argument in reverse.
    return macro(
      tokens
        .toReversed()
        .map(({ text }) => text)
        .join(""),
    );
  };
}

const inKatexForm = (table: Macros) =>
  Object.fromEntries(
    Object.entries(table).map(([name, macro]) => [`\\${name}`, katexMacro(macro)]),
  );
const shipped = inKatexForm(macros);

/**
 * KaTeX's settings: HTML for display and MathML for screen readers, no links or files, and limits
 * against hostile input. `own` are macros of the owner besides the shipped ones.
 */
export function katexOptionsWith(own: Macros) {
  const all = { ...shipped, ...inKatexForm(own) };
  return {
    output: "htmlAndMathml",
    throwOnError: true,
    strict: "ignore",
    trust: false,
    maxExpand: 500,
    maxSize: 20,
    // KaTeX writes what a formula defines by \gdef into this object, so each formula gets its own.
    get macros() {
      return { ...all };
    },
  } satisfies KatexOptions;
}

/** The settings for abstracts, in which an owner's macros are expanded already. */
export const katexOptions = katexOptionsWith({});

/**
 * A formula set as HTML, or the reason why it is refused. One that is too large must not reach KaTeX
 * by another way either.
 */
export type Typeset = { html: string } | { refused: string; isTooLarge?: true };

// Many papers have the same formulas: `n`, `k` and `\epsilon` occur thousands of times.
const caches = { line: new Map<string, Typeset>(), display: new Map<string, Typeset>() };

/**
 * Sets a formula, in the line unless it is displayed. One that is too long or too deep is refused, and so
 * are the numbers and environments of displayed formulas in the line.
 */
export function typeset(latex: string, { isDisplay = false } = {}): Typeset {
  if (latex.length > longestFormula) {
    const length = latex.length.toLocaleString("en");
    const limit = longestFormula.toLocaleString("en");
    return {
      refused: `the formula has ${length} characters, more than ${limit}`,
      isTooLarge: true,
    };
  }
  const cache = caches[isDisplay ? "display" : "line"];
  const known = cache.get(latex);
  if (known) return known;
  const made = run(latex, isDisplay);
  cache.set(latex, made);
  return made;
}

const tooDeep: Typeset = { refused: "it is nested too deeply", isTooLarge: true };

/** Papers nest fractions five deep. Browsers stop at 512 elements, and compilers crash soon after. */
const mostGroups = 60;
const mostElements = 200;

function run(latex: string, displayMode: boolean): Typeset {
  if (
    deepestOf(latex, /\\(?:left|begin)(?![A-Za-z])|\\(?:right|end)(?![A-Za-z])|\\[\s\S]|[{}]/g) >
    mostGroups
  ) {
    return tooDeep;
  }
  try {
    const html = katex.renderToString(latex, { ...katexOptions, displayMode });
    const isTooDeep = deepestOf(html, /<[a-z]+|<\/|\/>/g) > mostElements;
    return isTooDeep ? tooDeep : { html: withScrolling(withWidths(withSoundMathml(html))) };
  } catch (error) {
    // KaTeX goes down a formula level by level.
    if (error instanceof RangeError) return tooDeep;
    return { refused: error instanceof Error ? error.message : String(error) };
  }
}

/** How deep the parts of a text nest that begin and end with these marks. */
function deepestOf(text: string, marks: RegExp): number {
  let depth = 0;
  let deepest = 0;
  for (const [mark] of text.matchAll(marks)) {
    if (/^(?:\{|<[a-z]|\\left|\\begin)/.test(mark)) depth += 1;
    else if (/^(?:\}|<\/|\/>|\\right|\\end)/.test(mark)) depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
