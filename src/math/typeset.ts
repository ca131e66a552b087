import katex, { type KatexOptions } from "katex";

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

/** A formula set as HTML, or the reason why KaTeX refuses it. */
export type Typeset = { html: string } | { refused: string };

// Many papers have the same formulas: `n`, `k` and `\epsilon` occur thousands of times.
const cache = new Map<string, Typeset>();

/** In characters. KaTeX takes minutes for a formula of a hundred times this length. */
export const longestFormula = 10_000;

/** Sets an inline formula. One that is too long is refused. */
export function typeset(latex: string): Typeset {
  if (latex.length > longestFormula) {
    const length = latex.length.toLocaleString("en");
    const limit = longestFormula.toLocaleString("en");
    return { refused: `the formula has ${length} characters, more than ${limit}` };
  }
  const known = cache.get(latex);
  if (known) return known;
  const made = run(latex);
  cache.set(latex, made);
  return made;
}

function run(latex: string): Typeset {
  try {
    return { html: katex.renderToString(latex, katexOptions) };
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  }
}
