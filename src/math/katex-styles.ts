import type { FormulaFont } from "./glyph-advances.ts";

/** What the classes of an element of KaTeX's HTML do to its width, as KaTeX's style sheet says. */
export type Effect =
  | "unknown"
  /** The next element begins where this one does. */
  | "no width"
  | {
      font: Partial<FormulaFont>;
      /** The size of its letters, in that around it. */
      scale: number;
      /** What it is wider than its contents, in the size of its letters. */
      added: number;
      /** How its children are placed. */
      way: "beside" | "above";
      /** The family of the elements directly in it. */
      familyOfChildren: string | undefined;
    };

/** The classes that only say what something is, or change its height or its place. */
const withoutEffect =
  /^(?:m(?:ord|op|bin|rel|open|close|punct|inner|tight|space|frac|supsub|table|under|over)|katex-(?:strut|accent|sizing|overlay|root|smash|vbox|stretchy|rule)|sqrt|text|textord|vlist(?:-t|-t2|-r)?|svg-align|op-(?:limits|symbol)|delim(?:center|sizing|sizinginner)|mult|size\d+|reset-size\d+|delim-size[14]|(?:small|large)-op|fontsize-ensurer|nobreak|allowbreak|hide-tail|nulldelimiter|x-arrow(?:-pad)?|boxpad|fbox|brace-(?:left|center|right)|col-align-[lcr]|arraycolsep|katex-(?:under|over)line|(?:under|over|frac)-line|(?:under|over)line-line|amsrm|mainrm|boldsymbol|(?:math|text)[a-z]+)$/;

const withoutWidth = /(?:^| )(?:katex-thinbox|[lrc]lap|accent-body|pstrut|vlist-s)(?: |$)/;
const withOwnWidth = /(?:^| )accent-full(?: |$)/;

/** The fonts of classes in the order of KaTeX's style sheet: of two, the later one wins. */
const fonts: readonly [string, Partial<FormulaFont>][] = [
  ["textbf", { isBold: true }],
  ["textit", { isItalic: true }],
  ["textrm", { family: "Main" }],
  ["texttt", { family: "Typewriter" }],
  ["mathnormal", { family: "Math", isItalic: true }],
  ["mathit", { family: "Main", isItalic: true }],
  ["mathrm", { isItalic: false }],
  ["mathbf", { family: "Main", isBold: true }],
  ["boldsymbol", { family: "Math", isItalic: true, isBold: true }],
  ["amsrm", { family: "AMS" }],
  ["mathbb", { family: "AMS" }],
  ["textbb", { family: "AMS" }],
  ["mathcal", { family: "Caligraphic" }],
  ["mathfrak", { family: "Fraktur" }],
  ["textfrak", { family: "Fraktur" }],
  ["mathboldfrak", { family: "Fraktur", isBold: true }],
  ["textboldfrak", { family: "Fraktur", isBold: true }],
  ["mathtt", { family: "Typewriter" }],
  ["mathscr", { family: "Script" }],
  ["textscr", { family: "Script" }],
  ["mathsf", { family: "SansSerif" }],
  ["textsf", { family: "SansSerif" }],
  ["mathboldsf", { family: "SansSerif", isBold: true }],
  ["textboldsf", { family: "SansSerif", isBold: true }],
  ["mathitsf", { family: "SansSerif", isItalic: true }],
  ["mathsfit", { family: "SansSerif", isItalic: true }],
  ["textitsf", { family: "SansSerif", isItalic: true }],
  ["mainrm", { family: "Main", isItalic: false }],
  ["small-op", { family: "Size1" }],
  ["large-op", { family: "Size2" }],
];

const added: Readonly<Record<string, number>> = {
  nulldelimiter: 0.12,
  "x-arrow-pad": 1,
  boxpad: 0.6,
  // The degree of a root is over its sign.
  "katex-root": 0.2777777778 - 0.5555555556,
};

/** KaTeX's eleven sizes. `reset-size6 size3` is the third size within the sixth. */
const sizes = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488];

// A site has some hundred combinations of classes.
const effects = new Map<string, Effect>();

/** What the classes of an element do to its width. */
export function effectOf(classes: string): Effect {
  const known = effects.get(classes);
  if (known !== undefined) return known;
  const effect = readEffect(classes);
  effects.set(classes, effect);
  return effect;
}

function readEffect(classes: string): Effect {
  if (withOwnWidth.test(classes)) return "unknown";
  if (withoutWidth.test(classes)) return "no width";
  const names = classes.split(/\s+/).filter(Boolean);
  if (!names.every((name) => withoutEffect.test(name))) return "unknown";
  const font: Partial<FormulaFont> = {};
  for (const [name, change] of fonts) if (names.includes(name)) Object.assign(font, change);
  const size = Number(/(?:^| )size(\d+)/.exec(classes)?.[1] ?? 0);
  const reset = Number(/(?:^| )reset-size(\d+)/.exec(classes)?.[1] ?? 0);
  // A delimiter has the size of its font, and everything else a size of letters.
  if (size > 0 && reset === 0) font.family = `Size${size}`;
  return {
    font,
    scale: size > 0 && reset > 0 ? (sizes[size - 1] ?? 1) / (sizes[reset - 1] ?? 1) : 1,
    added: names.reduce((sum, name) => sum + (added[name] ?? 0), 0),
    way: names.includes("vlist-t") || names.includes("vlist") ? "above" : "beside",
    familyOfChildren: /(?:^| )delim-(size[14])(?: |$)/.exec(classes)?.[1]?.replace("s", "S"),
  };
}

/** The lengths of a style attribute that change a width, in the size of the element's letters. */
export interface Lengths {
  width: number | undefined;
  least: number;
  /** Margins, paddings and borders at its sides. */
  beside: number;
}

const none: Lengths = { width: undefined, least: 0, beside: 0 };

/** Reads a style attribute of KaTeX. Undefined if a length is in another unit, so that nothing is known. */
export function lengthsOf(style: string): Lengths | undefined {
  if (!/width|margin|padding/.test(style)) return none;
  const lengths = { ...none };
  for (const [, name = "", value = ""] of style.matchAll(/([a-z-]+):([^;]*)/g)) {
    if (!/^(?:(?:min-)?width|(?:margin|padding)-(?:left|right)|border-right-width)$/.test(name))
      continue;
    // A drawing over a letter is as wide as the letter, less its margin.
    if (value.startsWith("calc(100% - ")) return none;
    if (!/^-?[\d.]+em$/.test(value)) return undefined;
    const length = Number.parseFloat(value);
    if (name === "width") lengths.width = length;
    else if (name === "min-width") lengths.least = length;
    else lengths.beside += length;
  }
  return lengths;
}
