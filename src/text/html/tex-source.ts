/** The longest formula, as `findWholeMath` has it. */
const longest = 1900;

/** A formula between delimiters that nothing else can be; an empty text if it has no content. */
export function delimited(latex: string): string {
  const content = latex
    .replace(/\\[()[\]]|\$/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (content === "") return "";
  return content.length > longest ? ` ${content} ` : `\\(${content}\\)`;
}

/** The formula in the TeX of `<tex-math>`, which may be a whole document, or have dollars. */
export function inTexSource(source: string): string {
  const [, inside] =
    /\\begin\{document\}([\s\S]*?)\\end\{document\}/.exec(source) ??
    /<!\[CDATA\[([\s\S]*?)\]\]>/.exec(source) ??
    /<\?CDATA([\s\S]*?)\?>/.exec(source) ??
    [];
  return delimited(inside ?? source);
}

const less = String.raw`(?:\{\\textless\}|\\textless(?:\{\}|\s)|\$<\$|\$\\less\$|\{<\})`;
const greater = String.raw`(?:\{\\textgreater\}|\\textgreater(?:\{\}|\s)?|\$>\$|\$\\greater\$|\{>\})`;
const escapedTag = new RegExp(
  String.raw`${less}(/?[A-Za-z][A-Za-z0-9:-]{0,30}(?:\s[\w\s:."'=/;-]{0,80})?)${greater}`,
  "g",
);

/** The tags of a text in which a program wrote `<i>` as `{\textless}i{\textgreater}`. */
export function writtenTags(text: string): string {
  return /textless|\$<\$|\\less|\{<\}/.test(text) ? text.replace(escapedTag, "<$1>") : text;
}

const environment =
  /(?<!\$\s{0,3})\\begin\{(equation|displaymath|math|align|alignat|flalign|gather|multline|eqnarray)(\*?)\}(?:\{\d{1,2}\})?([\s\S]{1,1900}?)\\end\{\1\2\}/g;
const inner: Readonly<Record<string, string>> = {
  ...{ align: "aligned", alignat: "aligned", flalign: "aligned", eqnarray: "aligned" },
  ...{ gather: "gathered", multline: "gathered", split: "aligned" },
};

const displayed =
  /\\(begin|end)\{(equation|displaymath|math|align|alignat|flalign|gather|multline|eqnarray|split)(\*?)\}(?:(?<=at\*?\})\{\d{1,2}\})?/g;

/**
 * A formula as it is written in a line: `\begin{aligned}` in the place of `\begin{align}`, numbers after
 * it in parentheses, and no labels.
 */
export function inlineFormula(latex: string): string {
  if (!/\\(?:begin|tag|label|no(?:number|tag))(?![A-Za-z])/.test(latex)) return latex;
  return latex
    .replace(/\\label\s?\{[^{}]{0,100}\}|\\no(?:number|tag)(?![A-Za-z])/g, "")
    .replace(/\\tag(\*?)\s?\{([^{}]{0,100})\}/g, (_, star: string, tag: string) =>
      star === "" ? `\\quad(\\text{${tag}})` : `\\quad\\text{${tag}}`,
    )
    .replace(displayed, (_, edge: string, name: string) =>
      inner[name] === undefined ? "" : `\\${edge}{${inner[name]}}`,
    )
    .trim();
}

/** The formulas that TeX has between `\begin{equation}` and `\end{equation}`, and the like. */
export function readEnvironments(text: string): string {
  if (!text.includes("\\begin{")) return text;
  return text.replace(environment, (all, name: string, _: string, content: string) => {
    const latex = inlineFormula(content).trim();
    if (latex === "" || /\\[()[\]]/.test(latex)) return all;
    const within = inner[name];
    const body = within ? `\\begin{${within}}${latex}\\end{${within}}` : latex;
    return name === "math" ? `\\(${body}\\)` : `\\[${body}\\]`;
  });
}
