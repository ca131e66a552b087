import { attributeOf, type Piece, type Tag } from "./tags.ts";
import { delimited, inTexSource } from "./tex-source.ts";

interface Element {
  tag: Tag;
  children: (Element | string)[];
}

/** Elements nest at most this deeply; deeper ones are only their text. */
const deepest = 60;

/** A formula in MathML as LaTeX between delimiters; an empty text if there is nothing in it. */
export function latexOfMathml(pieces: readonly Piece[]): string {
  const [first, ...rest] = pieces;
  if (!first?.tag) return "";
  const root: Element = { tag: first.tag, children: [] };
  const open = [root];
  for (const { source, tag } of rest) {
    const top = open.at(-1) ?? root;
    if (!tag) {
      if (source.trim() !== "") top.children.push(source.trim());
    } else if (tag.closes) {
      const from = open.findLastIndex((one) => one.tag.name === tag.name);
      if (from > 0) open.length = from;
    } else {
      const element = { tag, children: [] };
      top.children.push(element);
      if (!tag.empty && open.length < deepest) open.push(element);
    }
  }
  const tex = annotation(root);
  return tex === undefined ? delimited(latexOf(root)) : inTexSource(tex);
}

/** The LaTeX that a formula has beside its MathML. */
function annotation(element: Element): string | undefined {
  for (const child of element.children) {
    if (typeof child === "string") continue;
    const { name } = child.tag;
    const encoding = attributeOf(child.tag, "encoding") ?? "";
    if (name === "annotation" && /tex/i.test(encoding)) return textOf(child);
    const found = /^(?:semantics|mrow|mstyle)$/.test(name) ? annotation(child) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function textOf({ children }: Element): string {
  return children.map((child) => (typeof child === "string" ? child : textOf(child))).join(" ");
}

const functions = new Set(
  "arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max min Pr sec sin sinh sup tan tanh".split(
    " ",
  ),
);
const fonts: Readonly<Record<string, string>> = {
  ...{ bold: "mathbf", "bold-italic": "boldsymbol", "double-struck": "mathbb", script: "mathcal" },
  ...{ fraktur: "mathfrak", "sans-serif": "mathsf", monospace: "mathtt", normal: "mathrm" },
};
const operators: Readonly<Record<string, string>> = {
  ...{ "−": "-", "–": "-", "‖": "\\|", "′": "'", "″": "''", "⟨": "\\langle ", "⟩": "\\rangle " },
  ...{ "〈": "\\langle ", "〉": "\\rangle ", "·": "\\cdot ", "∗": "*", "\u00A0": "\\ " },
  // Invisible: application, multiplication, separation, addition.
  ...{ "\u2061": "", "\u2062": "", "\u2063": "", "\u2064": "" },
  ...{ "\\": "\\backslash ", "~": "\\sim ", "^": "\\hat{}" },
};
const accentsOver: Readonly<Record<string, string>> = {
  ...{ "^": "hat", ˆ: "hat", "\u0302": "hat", "~": "tilde", "˜": "tilde", "∼": "tilde" },
  ...{ "\u0303": "tilde", "¯": "bar", "‾": "overline", "―": "overline", _: "overline", "→": "vec" },
  ...{ "\u20D7": "vec", "˙": "dot", ".": "dot", "¨": "ddot", ˇ: "check", "⏞": "overbrace" },
};

type Child = Element | string | undefined;

/** What an element is in LaTeX, by its first three children. Others are what their children are. */
const layouts: ReadonlyMap<string, (first: Child, second: Child, third: Child) => string> = new Map(
  Object.entries({
    msub: (first: Child, second: Child) => `${base(first)}_{${latexOf(second)}}`,
    munder: (first: Child, second: Child) => `${base(first)}_{${latexOf(second)}}`,
    msup: (first: Child, second: Child) => `${base(first)}^{${latexOf(second)}}`,
    msubsup: withBoth,
    munderover: withBoth,
    mover: (first: Child, second: Child) => {
      const above = typeof second === "string" ? second : second ? textOf(second) : "";
      const accent = accentsOver[above];
      const under = latexOf(first);
      return accent ? `\\${accent}{${under}}` : `\\overset{${latexOf(second)}}{${under}}`;
    },
    mfrac: (first: Child, second: Child) => `\\frac{${latexOf(first)}}{${latexOf(second)}}`,
    mroot: (first: Child, second: Child) => `\\sqrt[${latexOf(second)}]{${latexOf(first)}}`,
    semantics: (first: Child) => latexOf(first),
    annotation: () => "",
    none: () => "",
    mprescripts: () => "",
  }),
);

function withBoth(first: Child, second: Child, third: Child): string {
  return `${base(first)}_{${latexOf(second)}}^{${latexOf(third)}}`;
}

function latexOf(node: Child): string {
  if (node === undefined) return "";
  if (typeof node === "string") return escaped(node);
  const { tag, children } = node;
  const [first, second, third] = children;
  const layout = layouts.get(tag.name);
  if (layout) return layout(first, second, third);
  const parts = children.map(latexOf);
  switch (tag.name) {
    case "mi":
      return identifier(node);
    case "mtext":
    case "ms":
      return words(node);
    case "msqrt":
      return `\\sqrt{${parts.join("")}}`;
    case "mfenced":
      return fenced(node);
    case "mmultiscripts":
      return multiscripts(children);
    case "mtable":
      return `\\begin{matrix}${parts.join(" \\\\ ")}\\end{matrix}`;
    case "mtr":
      return parts.join(" & ");
    case "mspace":
      return parts.length > 0 ? parts.join("") : "\\,";
    default:
      return parts.join("");
  }
}

function words(element: Element): string {
  const text = textOf(element);
  return text === "" ? "" : `\\text{${text.replace(/[\\{}$%&#_^~]/g, " ")}}`;
}

/** Characters that mean something in LaTeX, and those that it writes in another way. */
function escaped(text: string): string {
  const characters = [...text].map((one) => {
    const operator = operators[one];
    if (operator !== undefined) return operator;
    return /[{}%&#_$]/.test(one) ? `\\${one}` : one;
  });
  return characters.join("");
}

function identifier(element: Element): string {
  const text = textOf(element);
  const variant = attributeOf(element.tag, "mathvariant") ?? "";
  if (functions.has(text)) return `\\${text} `;
  const isWord = /^\p{L}[\p{L}\p{N}]+$/u.test(text);
  const font = fonts[variant] ?? (isWord && variant !== "italic" ? "mathrm" : undefined);
  return font === undefined || text === "" ? escaped(text) : `\\${font}{${escaped(text)}}`;
}

/** What has scripts: in braces if it is more than one letter or command. */
function base(node: Child): string {
  const latex = latexOf(node);
  return /^(?:.|\\[A-Za-z]+ ?|\\[a-z]+\{[^{}]*\})$/u.test(latex) ? latex.trimEnd() : `{${latex}}`;
}

function fenced({ tag, children }: Element): string {
  const between = (attributeOf(tag, "separators") ?? ",").replace(/\s/g, "");
  const parts = children.map(latexOf).map((part, index) => {
    const sign = between.charAt(Math.min(index, between.length - 1));
    return index + 1 < children.length ? part + escaped(sign) : part;
  });
  const fence = (name: string, usual: string) => escaped(attributeOf(tag, name) ?? usual);
  return `${fence("open", "(")}${parts.join("")}${fence("close", ")")}`;
}

/** Scripts after a base, and before it after `<mprescripts/>`. */
function multiscripts([first, ...scripts]: readonly (Element | string)[]): string {
  const isPre = (node: Element | string) =>
    typeof node !== "string" && node.tag.name === "mprescripts";
  const at = scripts.findIndex(isPre);
  const pairs = (nodes: readonly (Element | string)[]) =>
    nodes
      .map((node, index) => {
        const latex = latexOf(node);
        return latex === "" ? "" : `${index % 2 === 0 ? "_" : "^"}{${latex}}`;
      })
      .join("");
  const before = at < 0 ? "" : pairs(scripts.slice(at + 1));
  const after = pairs(at < 0 ? scripts : scripts.slice(0, at));
  return `${before === "" ? "" : `{}${before}`}${base(first)}${after}`;
}
