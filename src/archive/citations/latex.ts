import { endsInWords } from "../../math/restore/whole-math.ts";
import { oneLine, type TextPart, withinLine } from "./citation.ts";
import { delimited } from "./delimiters.ts";

/** Characters that have commands of their own. */
export const special: Record<string, string> = {
  "\\": "{\\textbackslash}",
  // Not `\{`: BibTeX counts braces whatever is before them.
  "{": "{\\textbraceleft}",
  "}": "{\\textbraceright}",
  $: "\\$",
  "&": "\\&",
  "%": "\\%",
  "#": "\\#",
  _: "\\_",
  "^": "{\\textasciicircum}",
  "~": "{\\textasciitilde}",
  "<": "{\\textless}",
  ">": "{\\textgreater}",
  "|": "{\\textbar}",
  ß: "{\\ss}",
  æ: "{\\ae}",
  Æ: "{\\AE}",
  œ: "{\\oe}",
  Œ: "{\\OE}",
  ø: "{\\o}",
  Ø: "{\\O}",
  ł: "{\\l}",
  Ł: "{\\L}",
  ı: "{\\i}",
};

/** Characters that may not stay as they are: the special ones of ASCII, and all others, which may have accents. */
const notPlain = /[\\{}$&%#_^~<>|]|[^\0-\x7f]/gu;

/** The commands of accents, by combining character. */
export const accents: Record<string, string> = {
  "\u0300": "`",
  "\u0301": "'",
  "\u0302": "^",
  "\u0303": "~",
  "\u0304": "=",
  "\u0306": "u",
  "\u0307": ".",
  "\u0308": '"',
  "\u030a": "r",
  "\u030b": "H",
  "\u030c": "v",
  "\u0323": "d",
  "\u0327": "c",
  "\u0328": "k",
};

/**
 * Plain text as LaTeX that any version of BibTeX can sort and typeset: special characters are
 * escaped, and accents become commands. Characters for which plain LaTeX has no command stay as
 * they are, in UTF-8.
 */
export function textAsLatex(text: string, isRange = false): string {
  const written = text
    .normalize("NFC")
    .replace(notPlain, (character) => special[character] ?? accented(character) ?? character);
  // Two hyphens in a row would be a dash, and two quotes a quotation mark.
  return isRange ? written : written.replace(/(?<=-)-|(?<=')'|(?<=`)`/g, "{}$&");
}

/** Text in another type. Code is between backticks, as in Markdown. */
export function marked(mark: "emphasis" | "strong" | "code", latex: string): string {
  if (mark === "code") return `\`${latex}\``;
  return mark === "emphasis" ? `\\emph{${latex}}` : `\\textbf{${latex}}`;
}

/** Paragraphs with their formulas, divided by empty lines. */
export function paragraphsAsLatex(paragraphs: readonly (readonly TextPart[])[]): string {
  return paragraphs
    .map((parts) => partsAsLatex(parts).trim())
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}

function partsAsLatex(parts: readonly TextPart[]): string {
  return parts
    .map((part, index) => {
      if ("text" in part) return textAsLatex(withinLine(part.text));
      if ("math" in part) {
        return formulaAsLatex(part.math, parts[index + 1]) ?? textAsLatex(withinLine(part.math));
      }
      return marked(part.mark, partsAsLatex(part.parts));
    })
    .join("");
}

function accented(character: string): string | undefined {
  const [base = "", mark = "", ...more] = character.normalize("NFD");
  const command = accents[mark];
  if (command === undefined || more.length > 0 || !/^[A-Za-z]$/.test(base)) return undefined;
  return /[a-z]/i.test(command) ? `{\\${command}{${base}}}` : `{\\${command}${base}}`;
}

/**
 * A formula as LaTeX with its delimiters, safe inside a BibTeX field. Undefined if its braces or
 * dollars do not match; then it has to be shown as text.
 */
export function formulaAsLatex(math: string, next?: object): string | undefined {
  const one = withoutLoneBraces(oneLine(math)).replace(/(?<!\\)((?:\\\\)*)%/g, "$1\\%");
  if (one === "" || /(?<!\\)(?:\\\\)*\\$/.test(one) || !isBalanced(one)) return undefined;
  // Dollars may be in words of a formula only.
  const dollars = [...one.matchAll(/\\[\s\S]|\$/g)].filter(([sign]) => sign === "$");
  if (dollars.some(({ index }) => !endsInWords(one.slice(0, index)))) return undefined;
  return delimited(one, next);
}

/** BibTeX counts braces whatever is before them: `\left\{x\right.` would not end. */
function withoutLoneBraces(latex: string): string {
  if (isBalanced(latex)) return latex;
  return latex
    .replace(/\\([{}])/g, (_, brace: string) => (brace === "{" ? "\\lbrace " : "\\rbrace "))
    .trim();
}

function isBalanced(latex: string): boolean {
  let depth = 0;
  for (const character of latex) {
    if (character === "{") depth += 1;
    else if (character === "}") depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
