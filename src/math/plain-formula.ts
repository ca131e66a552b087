import { expandMacros } from "./expand-macros.ts";
import { longestFormula } from "./longest-formula.ts";
import { characterOf, type Macros, macros } from "./macros.ts";
import { joined } from "./plain-items.ts";
import { readList, tokensOf } from "./plain-parser.ts";
import { typeset } from "./typeset.ts";

/** Commands with arguments that plain text cannot show as they are typeset. */
const plainMacros: Macros = {
  ...macros,
  nicefrac: "\\frac{#1}{#2}",
  sfrac: "\\frac{#1}{#2}",
  flatfrac: "\\frac{#1}{#2}",
  unicode: (argument) => characterOf(argument) ?? argument,
  cfrac: "\\frac{#1}{#2}",
  substack: "{#1}",
  raisebox: "{#2}",
  tag: "\\ (#1)",
  bra: "\\langle #1|",
  ket: "|#1\\rangle ",
  braket: "\\langle #1\\rangle ",
  set: "\\{#1\\}",
  hspace: () => "\\ ",
  vspace: () => "",
  color: () => "",
  textcolor: "{#2}",
  href: "{#2}",
  overset: "#2^{#1}",
  underset: "#2_{#1}",
  stackrel: "#2^{#1}",
  xrightarrow: "\\rightarrow^{#1}",
  xleftarrow: "\\leftarrow^{#1}",
  binom: "(#1\\ \\text{choose}\\ #2)",
  pmod: "\\ (\\text{mod}\\ #1)",
  bmod: "\\ \\text{mod}\\ ",
};

const kern = /\\(?:[hm]skip|m?kern) ?-?[\d.]{1,9} ?(?:mu|em|ex|pt|mm|cm|in)(?![A-Za-z])/g;

/**
 * A formula as plain text, for titles, file names, feeds and search: `G^2` is `G²`, `\epsilon` is
 * `ε`, `\mathbb{R}^n` is `ℝⁿ`, `\frac{a+b}{c}` is `(a+b)/c`; anything without such a form keeps its
 * `^` or `_` and its name. One that KaTeX refuses stays as it is, as on pages. One of spaces is a space.
 */
export function plainFormula(latex: string): string {
  const source = () => latex.replace(/\s+/g, " ").trim();
  if (latex.length > longestFormula) return source();
  const known = cache.get(latex);
  if (known !== undefined) return known;
  const plain = plainOf(latex) ?? source();
  cache.set(latex, plain);
  return plain;
}

/** A formula in plain text after other text, of which the digits of a fraction are no part: `12 1/2`. */
export function plainAfter(text: string, latex: string): string {
  const plain = plainFormula(latex);
  return /\d$/.test(text) && /^\d+\//.test(plain) ? ` ${plain}` : plain;
}

// Many papers have the same formulas.
const cache = new Map<string, string>();

function plainOf(latex: string): string | undefined {
  if ("refused" in typeset(latex)) return undefined;
  const tokens = tokensOf(expandMacros(latex, plainMacros).replace(kern, " "));
  const plain = joined(readList(tokens));
  const line = plain.replace(/\s+/g, " ").trim().normalize("NFC");
  if (tokens.isTooDeep) return undefined;
  return line === "" && plain !== "" ? " " : line;
}
