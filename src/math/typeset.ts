import katex, { type KatexOptions } from "katex";
import { longestFormula } from "./longest-formula.ts";

/**
 * KaTeX's settings for abstracts and for the owner's MDX: HTML for display and MathML for screen
 * readers, no links or files, and limits against hostile input.
 */
export const katexOptions = {
  output: "htmlAndMathml",
  throwOnError: true,
  strict: "ignore",
  trust: false,
  maxExpand: 500,
  maxSize: 20,
} satisfies KatexOptions;

/**
 * A formula set as HTML, or the reason why it is refused. One that is too large must not reach KaTeX
 * by another way either.
 */
export type Typeset = { html: string } | { refused: string; isTooLarge?: true };

// Many papers have the same formulas: `n`, `k` and `\epsilon` occur thousands of times.
const cache = new Map<string, Typeset>();

/** Sets an inline formula. One that is too long or too deep is refused. */
export function typeset(latex: string): Typeset {
  if (latex.length > longestFormula) {
    const length = latex.length.toLocaleString("en");
    const limit = longestFormula.toLocaleString("en");
    return {
      refused: `the formula has ${length} characters, more than ${limit}`,
      isTooLarge: true,
    };
  }
  const known = cache.get(latex);
  if (known) return known;
  const made = run(latex);
  cache.set(latex, made);
  return made;
}

const tooDeep: Typeset = { refused: "it is nested too deeply", isTooLarge: true };

/** Papers nest fractions five deep. Browsers stop at 512 elements, and compilers crash soon after. */
const mostGroups = 60;
const mostElements = 200;

function run(latex: string): Typeset {
  if (
    deepestOf(latex, /\\(?:left|begin)(?![A-Za-z])|\\(?:right|end)(?![A-Za-z])|\\[\s\S]|[{}]/g) >
    mostGroups
  ) {
    return tooDeep;
  }
  try {
    const html = katex.renderToString(latex, katexOptions);
    return deepestOf(html, /<[a-z]+|<\/|\/>/g) > mostElements ? tooDeep : { html };
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
