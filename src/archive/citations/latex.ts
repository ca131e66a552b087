import { oneLine } from "./citation.ts";

const special: Record<string, string> = {
  "\\": "\\textbackslash{}",
  // Not `\{`: BibTeX counts braces whatever is before them.
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  $: "\\$",
  "&": "\\&",
  "%": "\\%",
  "#": "\\#",
  _: "\\_",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
  "–": "--",
  "—": "---",
  "‘": "`",
  "’": "'",
  "“": "``",
  "”": "''",
  "…": "\\ldots{}",
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

const accents: Record<string, string> = {
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
export function textAsLatex(text: string): string {
  return [...text.normalize("NFC")]
    .map((character) => special[character] ?? accented(character) ?? character)
    .join("");
}

function accented(character: string): string | undefined {
  const [base = "", mark = "", ...more] = character.normalize("NFD");
  const command = accents[mark];
  if (command === undefined || more.length > 0 || !/^[A-Za-z]$/.test(base)) return undefined;
  return `{\\${command}{${base}}}`;
}

/**
 * A formula as LaTeX between dollars, safe inside a BibTeX field. Undefined if its braces or
 * dollars do not match; then it has to be shown as text.
 */
export function formulaAsLatex(math: string): string | undefined {
  const one = oneLine(math)
    // BibTeX would take a brace in the text for a grouping brace.
    .replace(/\\([{}])/g, (_, brace: string) => (brace === "{" ? "\\lbrace " : "\\rbrace "))
    .replace(/(?<!\\)((?:\\\\)*)%/g, "$1\\%");
  if (one === "" || /(?<!\\)(?:\\\\)*\$|(?<!\\)(?:\\\\)*\\$/.test(one)) return undefined;
  let depth = 0;
  for (const character of one) {
    if (character === "{") depth += 1;
    else if (character === "}") depth -= 1;
    if (depth < 0) return undefined;
  }
  return depth === 0 ? `$${one}$` : undefined;
}
