/** A formula that still has its delimiters: where it stands, delimiters included, and its LaTeX. */
export interface WholeMath {
  start: number;
  end: number;
  latex: string;
}

// Dollars as Pandoc reads them (manual, "tex_math_dollars"): no blank inside next to a delimiter,
// no digit behind the closing one. An escaped dollar is none.
const delimited =
  /(?<!\\)\$\$(?<display>[^$]{1,2000}?)(?<!\\)\$\$|(?<![\\$])\$(?![\s$])(?<inline>(?:\\[\s\S]|[^$\\]){1,1000}?)(?<!\s)\$(?![\d$])|(?<!\\)\\\((?<round>(?:(?!\\\()[^$]){1,2000}?)\\\)|(?<!\\)\\\[(?<square>(?:(?!\\\[)[^$]){1,2000}?)\\\]/g;

// `$5 million and $6`, `US$3-$4`: an amount opens, and no sign of a formula follows.
const money = /^\d[\d.,]*(?:\s*(?:[-–—]|to|and|or|per|[kKMBT]|bn|million|billion|thousand).*)?$/s;

/** Formulas that a source kept whole: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`. Money is none. */
export function findWholeMath(text: string): WholeMath[] {
  const found: WholeMath[] = [];
  for (const match of text.matchAll(delimited)) {
    const groups = match.groups ?? {};
    const latex = (
      groups["inline"] ??
      groups["display"] ??
      groups["round"] ??
      groups["square"] ??
      ""
    ).trim();
    if (latex === "") continue;
    if (groups["inline"] !== undefined && money.test(latex) && !/[\\^_=<>]/.test(latex)) continue;
    found.push({ start: match.index, end: match.index + match[0].length, latex });
  }
  return found;
}
