import { expandMacros } from "./expand-macros.ts";
import { longestFormula } from "./longest-formula.ts";
import { characterOf, type Macros, macros } from "./macros.ts";
import { blackboard, lowered, marks, plainCommand, raised } from "./plain-symbols.ts";

/** Commands with arguments that plain text cannot show as they are typeset. */
const plainMacros: Macros = {
  ...macros,
  nicefrac: "\\frac{#1}{#2}",
  sfrac: "\\frac{#1}{#2}",
  flatfrac: "\\frac{#1}{#2}",
  unicode: (argument) => characterOf(argument) ?? argument,
  // As macros, because a star may follow their names.
  operatorname: "{#1}",
  operatornamewithlimits: "{#1}",
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

/** The ends of a matrix or list of cases, with the columns of an array. */
const environments = /\\begin\{array\}\s*\{[^{}]*\}|\\(?:begin|end)\{[A-Za-z]+\*?\}/g;

const kern = /\\(?:[hm]skip|m?kern) ?-?[\d.]{1,9} ?(?:mu|em|ex|pt|mm|cm|in)(?![A-Za-z])/g;

const piece = /\\[A-Za-z]+ ?|\\[\s\S]|[\s\S]/gu;

/**
 * A superscript or subscript in Unicode if all its characters have such a form, otherwise with `^`
 * or `_`.
 */
function script(mark: string, content: string): string {
  const forms = mark === "^" ? raised : lowered;
  if (mark === "^" && content === "∘") return "°";
  const characters = [...content];
  // Words are not changed: a search finds `x_max`, but not `xₘₐₓ`.
  if (
    characters.length <= 3 &&
    !/^[a-z]{3}/.test(content) &&
    characters.every((it) => forms.has(it))
  ) {
    return characters.map((character) => forms.get(character) ?? character).join("");
  }
  return `${mark}${content.length === 1 || /^\p{L}+$/u.test(content) ? content : `(${content})`}`;
}

/**
 * A formula as plain text, for titles, file names, feeds and search: `G^2` is `G²`, `\epsilon` is
 * `ε`, `\mathbb{R}^n` is `ℝⁿ`, `\frac{a}{b}` is `a/b`; anything without such a form keeps its `^`
 * or `_` and its name. One that is too long to be typeset stays as it is.
 */
export function plainFormula(latex: string): string {
  if (latex.length > longestFormula) return latex.replace(/\s+/g, " ").trim();
  const known = expandMacros(latex, plainMacros).replace(environments, " ").replace(kern, " ");
  interface Level {
    out: string;
    readonly role: "group" | "script" | "numerator" | "set";
    readonly mark: string;
  }
  const levels: Level[] = [{ out: "", role: "group", mark: "" }];
  let pending: Pick<Level, "role" | "mark"> | undefined;
  const add = (text: string): void => {
    const top = levels.at(-1);
    if (top === undefined) return;
    if (pending === undefined || text.trim() === "") top.out += text;
    else {
      top.out += finish(text, pending);
      pending = undefined;
    }
  };
  const finish = (text: string, { role, mark }: Pick<Level, "role" | "mark">): string => {
    if (role === "script") return script(mark, text);
    if (role === "set") return blackboard.get(text) ?? text;
    if (role === "numerator") return `${text}/`;
    return text.length > 0 && mark !== "" ? `${text[0]}${mark}${text.slice(1)}` : text;
  };
  for (const [raw] of known.matchAll(piece)) {
    const text = raw.trim() === "" ? raw : raw.trim();
    if (text === "{") {
      levels.push({ out: "", role: pending?.role ?? "group", mark: pending?.mark ?? "" });
      pending = undefined;
    } else if (text === "}" && levels.length > 1) {
      const level = levels.pop();
      if (level !== undefined) add(finish(level.out.trim(), level));
    } else if (text === "^" || text === "_") pending = { role: "script", mark: text };
    else if (/^\\[A-Za-z]/.test(text)) {
      const name = text.slice(1);
      const mark = marks.get(name);
      if (mark !== undefined) pending = { role: "group", mark };
      else if (name === "mathbb" || name === "Bbb") pending = { role: "set", mark: "" };
      else if (/^[dt]?frac$/.test(name)) pending = { role: "numerator", mark: "" };
      else {
        const plain = plainCommand(name);
        const isWord = /^[A-Za-z]{2}/.test(plain) && pending === undefined;
        const before = levels.at(-1)?.out.slice(-2) ?? "";
        if (plain !== "") add(isWord && /[\p{L}\d)]$/u.test(before) ? ` ${plain}` : plain);
        if (raw.endsWith(" ") && (isWord || / $/.test(before))) add(" ");
      }
    } else if (text.startsWith("\\")) {
      if (/[%#&{}_$|]/.test(text[1] ?? "")) add(text[1] === "|" ? "‖" : text.slice(1));
      else if (text !== "\\!") add(" ");
    } else if (text !== "$") add(text === "~" || text === "&" ? " " : text);
  }
  while (levels.length > 1) {
    const level = levels.pop();
    if (level !== undefined) add(finish(level.out, level));
  }
  return (levels[0]?.out ?? "").replace(/\s+/g, " ").trim().normalize("NFC");
}
