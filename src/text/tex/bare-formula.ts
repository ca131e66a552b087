import { formulaMark } from "../characters.ts";
import { type Cursor, nextNode } from "./cursor.ts";
import { mathSymbols } from "./table.ts";

const group = String.raw`\{(?:[^{}]|\{[^{}]{0,100}\}){1,200}\}`;
const scripts = String.raw`(?:[_^](?:${group}|\\[A-Za-z]{1,20}|[A-Za-z0-9*+-]))`;
const symbol = [...mathSymbols.keys()].join("|");
const oneArgument =
  "mathbb|mathcal|mathfrak|mathscr|mathbf|mathsf|mathit|boldsymbol|bm|widehat|hat|widetilde|tilde|bar|overline|vec|ddot|dot|sqrt|operatorname";
const formula = new RegExp(
  String.raw`\\(?:(?:${oneArgument})(?: ?${group}|\\(?:${symbol})(?![A-Za-z]))${scripts}{0,2}|(?:[dt]?(?:frac|binom)|SI|qty)${group}${group}|(?:si|unit)${group}|(?:${symbol})${scripts}{1,2})`,
  "y",
);
// What it is a function of, if that is a formula too: `\tilde{\Omega}(C^*)`, `\mathcal{O}(n\log n)`.
const argument = /\((?=[^()\n]{0,60}[_^\\])[^()\n$]{1,60}\)/y;
const beginsFormula = new RegExp(`^(?:${oneArgument}|[dt]?(?:frac|binom)|SI|qty|si|unit)$`);

/** Whether a command is only known in formulas. */
export function isOfFormulas(name: string): boolean {
  return beginsFormula.test(name);
}

/**
 * The formula that a command begins which has lost its dollars, as `\mathbb{R}^n`, with its offsets;
 * undefined if there is none. It is taken.
 */
export function takeBareFormula(cursor: Cursor, start: number, before: string): string | undefined {
  if (/[_^{\\]$/.test(before)) return undefined;
  formula.lastIndex = start;
  const found = formula.exec(cursor.source)?.[0];
  if (found === undefined) return undefined;
  argument.lastIndex = start + found.length;
  const latex = found + (argument.exec(cursor.source)?.[0] ?? "");
  if (latex.includes(formulaMark)) return undefined;
  const end = start + latex.length;
  for (let next = nextNode(cursor); next && next.start < end; next = nextNode(cursor)) {
    if (next.end > end) {
      if (next.kind !== "text") return undefined;
      cursor.nodes[cursor.at] = { ...next, start: end };
      break;
    }
    cursor.at += 1;
  }
  return latex;
}
