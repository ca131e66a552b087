import { greekLetterCommand } from "./greek-letters.ts";
import { longestFormula } from "./longest-formula.ts";

const symbols: ReadonlyMap<string, string> = new Map(
  Object.entries({
    times: "×",
    cdot: "·",
    pm: "±",
    mp: "∓",
    div: "÷",
    ast: "∗",
    star: "⋆",
    circ: "∘",
    bullet: "•",
    oplus: "⊕",
    otimes: "⊗",
    cap: "∩",
    cup: "∪",
    wedge: "∧",
    vee: "∨",
    setminus: "∖",
    leq: "≤",
    le: "≤",
    leqslant: "≤",
    geq: "≥",
    ge: "≥",
    geqslant: "≥",
    ne: "≠",
    neq: "≠",
    ll: "≪",
    gg: "≫",
    approx: "≈",
    sim: "∼",
    simeq: "≃",
    cong: "≅",
    equiv: "≡",
    propto: "∝",
    subset: "⊂",
    supset: "⊃",
    subseteq: "⊆",
    supseteq: "⊇",
    in: "∈",
    ni: "∋",
    notin: "∉",
    mid: "|",
    parallel: "∥",
    perp: "⊥",
    prec: "≺",
    succ: "≻",
    models: "⊨",
    vdash: "⊢",
    lesssim: "≲",
    gtrsim: "≳",
    to: "→",
    rightarrow: "→",
    longrightarrow: "→",
    leftarrow: "←",
    leftrightarrow: "↔",
    Rightarrow: "⇒",
    Leftarrow: "⇐",
    Leftrightarrow: "⇔",
    implies: "⇒",
    iff: "⇔",
    mapsto: "↦",
    hookrightarrow: "↪",
    uparrow: "↑",
    downarrow: "↓",
    nearrow: "↗",
    searrow: "↘",
    infty: "∞",
    partial: "∂",
    nabla: "∇",
    ell: "ℓ",
    hbar: "ħ",
    Re: "Re",
    Im: "Im",
    forall: "∀",
    exists: "∃",
    emptyset: "∅",
    varnothing: "∅",
    top: "⊤",
    bot: "⊥",
    angle: "∠",
    prime: "′",
    ldots: "…",
    cdots: "…",
    dots: "…",
    langle: "⟨",
    rangle: "⟩",
    lceil: "⌈",
    rceil: "⌉",
    lfloor: "⌊",
    rfloor: "⌋",
    vert: "|",
    Vert: "‖",
    neg: "¬",
    lnot: "¬",
    triangle: "△",
    square: "□",
    Box: "□",
    dagger: "†",
    sum: "∑",
    prod: "∏",
    int: "∫",
    sqrt: "√",
    varepsilon: "ε",
    varphi: "φ",
    vartheta: "ϑ",
    varrho: "ϱ",
    colon: ":",
    quad: " ",
    qquad: " ",
    degree: "°",
    backslash: "\\",
  }),
);
const commandLetters: ReadonlyMap<string, string> = new Map(
  [...greekLetterCommand].reverse().map(([letter, name]) => [name, letter]),
);
/** Commands that show only their argument, and commands that show nothing. */
const silent =
  /^(?:left|right|middle|[bB]ig+[lrm]?|math(?:rm|bf|it|sf|tt|op)|operatorname|text[a-z]*|mbox|rm|bf|it|sf|tt|displaystyle|textstyle|limits|nolimits|boldsymbol|bm|frac|dfrac|tfrac)$/;
const marks: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tilde: "\u0303",
    widetilde: "\u0303",
    hat: "\u0302",
    widehat: "\u0302",
    bar: "\u0304",
    overline: "\u0304",
    dot: "\u0307",
    ddot: "\u0308",
    vec: "\u20d7",
  }),
);
const blackboard = new Map(
  [..."CHNPQRZ"].map((letter, index) => [letter, [..."ℂℍℕℙℚℝℤ"][index] ?? letter]),
);

const table = (from: string, to: string): ReadonlyMap<string, string> => {
  const target = [...to];
  return new Map([...from].map((character, index) => [character, target[index] ?? character]));
};
const raised = table(
  "0123456789+-=()abcdefghijklmnoprstuvwxyzTABNRM∗*′",
  "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀᴬᴮᴺᴿᴹ**′",
);
const lowered = table("0123456789+-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ");

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

function plainCommand(name: string): string {
  const character = commandLetters.get(name) ?? symbols.get(name);
  if (character !== undefined) return character;
  return silent.test(name) ? "" : name;
}

/**
 * A formula as plain text, for titles, file names, feeds and search: `G^2` is `G²`, `\epsilon` is
 * `ε`, `\mathbb{R}^n` is `ℝⁿ`, `\frac{a}{b}` is `a/b`; anything without such a form keeps its `^`
 * or `_` and its name. One that is too long to be typeset stays as it is.
 */
export function plainFormula(latex: string): string {
  if (latex.length > longestFormula) return latex.replace(/\s+/g, " ").trim();
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
  for (const [raw] of latex.matchAll(piece)) {
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
    } else add(text === "~" ? " " : text);
  }
  while (levels.length > 1) {
    const level = levels.pop();
    if (level !== undefined) add(finish(level.out, level));
  }
  return (levels[0]?.out ?? "").replace(/\s+/g, " ").trim().normalize("NFC");
}
