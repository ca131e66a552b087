import { tokens } from "../../fuzz/tokens.ts";

/** A family of hostile texts: `text` repeats something until the text has about `length` characters. */
export interface Family {
  name: string;
  text: (length: number) => string;
}

/** Opened `count` times, then closed as often. */
const nested: readonly (readonly [string, string])[] = [
  ["{", "}"],
  ["[", "]"],
  ["(", ")"],
  ["<b>", "</b>"],
  ["*", "*"],
  ["**", "**"],
  ["_", "_"],
  ["\\emph{", "}"],
  ["\\frac{", "}{a}"],
  ["\\left(", "\\right)"],
  ["\\begin{a}", "\\end{a}"],
  ["[", "](a)"],
  ["$", "$"],
  ["{\\em ", "}"],
  ["> ", ""],
  ["- ", ""],
  ["<A>", "</A>"],
  ["{a: ", "}"],
  ["\\href{a}{", "}"],
  ["\\text{", "}"],
  ["x_{", "}"],
];

/** What comes once, then what is repeated, then what ends it. */
const framed: readonly (readonly [string, string, string])[] = [
  ["$", "a", ""],
  ["$", "\\text{a} ", "$"],
  ["$", "{", "$"],
  ["$", "x_1 + ", "$"],
  ["$", "a ", "$"],
  ["$", "\\\\", "$"],
  ["$", "\\left( a \\right) ", "$"],
  ["$", "\\frac{a}{b}", "$"],
  ["$", "{a}", "$"],
  ["$", "^a", "$"],
  ["$", "1", "$"],
  ["$", "\\mathbb{R} ", "$"],
  ["$", "\\alpha ", "$"],
  ["$", "'", "$"],
  ["$", "&", "$"],
  ["$", "%a\n", "$"],
  ["\\[", "a ", "\\]"],
  ["\\(", "a ", ""],
  ["\\begin{equation}", "a ", ""],
  ["*", "a ", "*"],
  ["`", "a ", "`"],
  ['"', "a ", '"'],
  ['"A" {', 't="A" {=', ""],
  ["", '@misc{a, t="A" {=x} ', ""],
  ["[", "a ", "](https://a.b)"],
  ["https://a.b/", "a", ""],
  ["https://a.b/", ".", ""],
  ["https://a.b/", ")", ""],
  ["https://", "a.", ""],
  ["https://", "a-", ".b"],
  ["a@", "b.", ""],
  ["x", "\u0301", ""],
  ["<a", " b", ">"],
  ['<a b="', "c ", '">'],
  ["<!--", "-", "-->"],
  ["\\emph{", "a ", "}"],
  ["\\cite{", "a,", "}"],
  ["@article{a, title={", "{a}", "}}"],
];

function repeat(unit: string, length: number): string {
  return unit.repeat(Math.max(1, Math.ceil(length / unit.length)));
}

const shown = (text: string) => JSON.stringify(text);

/** Text without a pattern, always the same. */
function noise(alphabet: string, length: number): string {
  let state = 42;
  let text = "";
  while (text.length < length) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    text += alphabet.charAt((state >>> 16) % alphabet.length);
  }
  return text;
}

/** Every family. */
export const families: readonly Family[] = [
  ...tokens.map((unit) => ({ name: shown(unit), text: (length: number) => repeat(unit, length) })),
  // A run that something ends: a pattern may try it from each of its characters.
  ...tokens
    .filter((unit) => unit.length <= 2)
    .map((unit) => ({
      name: `"a" ${shown(unit)} … "b"`,
      text: (length: number) => `a${repeat(unit, length)}b`,
    })),
  ...nested.map(([open, close]) => ({
    name: `${shown(open)} … ${shown(close)}`,
    text: (length: number) => {
      const count = Math.ceil(length / (open.length + close.length));
      return `${open.repeat(count)}a${close.repeat(count)}`;
    },
  })),
  ...framed.map(([before, unit, after]) => ({
    name: `${shown(before)} ${shown(unit)} … ${shown(after)}`,
    text: (length: number) => before + repeat(unit, length) + after,
  })),
  ...["ab ", "aB1.,- ", "{}\\$a ", "*_`[]()a ", "<>/&;a ", "01. ", "xyz^_{}= ", "\n a-"].map(
    (alphabet) => ({
      name: `noise of ${shown(alphabet)}`,
      text: (length: number) => noise(alphabet, length),
    }),
  ),
];
