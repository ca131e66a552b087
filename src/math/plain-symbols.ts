import katex from "katex";
import { greekLetterCommand } from "./greek-letters.ts";

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
    lvert: "|",
    rvert: "|",
    lVert: "‖",
    rVert: "‖",
    neg: "¬",
    lnot: "¬",
    triangle: "△",
    square: "□",
    Box: "□",
    dagger: "†",
    intercal: "⊺",
    sum: "∑",
    prod: "∏",
    int: "∫",
    sqrt: "√",
    varepsilon: "ε",
    varphi: "φ",
    vartheta: "ϑ",
    varrho: "ϱ",
    colon: ":",
    coloneqq: ":=",
    hdots: "…",
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
  /^(?:left|right|middle|[bB]igg?[lrm]?|math[a-z]+|operatorname|text[a-z]*|[hf]box|boxed|emph|under(?:line|brace)|over(?:line|brace)|cancel|rm|bf|it|sf|tt|cal|frak|displaystyle|textstyle|scriptstyle|limits|nolimits|boldsymbol|bm|pmb|Bbb|[dt]?frac|tiny|scriptsize|footnotesize|small|normalsize|[lL]arge|LARGE|[hH]uge|relax|nonumber|notag|smash|llap|rlap|[a-z]*phantom)$/;
/** Commands that put a mark on their argument. */
export const marks: ReadonlyMap<string, string> = new Map(
  Object.entries({
    not: "\u0338",
    tilde: "\u0303",
    widetilde: "\u0303",
    check: "\u030c",
    breve: "\u0306",
    mathring: "\u030a",
    hat: "\u0302",
    widehat: "\u0302",
    bar: "\u0304",
    overline: "\u0304",
    dot: "\u0307",
    ddot: "\u0308",
    vec: "\u20d7",
    overrightarrow: "\u20d7",
  }),
);
/** The letters in blackboard bold that every font has. */
export const blackboard = new Map(
  [..."CHNPQRZ"].map((letter, index) => [letter, [..."ℂℍℕℙℚℝℤ"][index] ?? letter]),
);

const table = (from: string, to: string): ReadonlyMap<string, string> => {
  const target = [...to];
  return new Map([...from].map((character, index) => [character, target[index] ?? character]));
};
/** Superscripts. */
export const raised = table(
  "0123456789+-=()abcdefghijklmnoprstuvwxyzTABNRM∗*′",
  "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀᴬᴮᴺᴿᴹ**′",
);
/** Subscripts. */
export const lowered = table(
  "0123456789+-=()aehijklmnoprstuvx",
  "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ",
);

const rare = new Map<string, string | undefined>();

/** The character of a command that our table lacks, by KaTeX's: `\subsetneq` is `⊊`. */
function rareSymbol(name: string): string | undefined {
  if (rare.has(name)) return rare.get(name);
  let symbol: string | undefined;
  try {
    const mathml = katex.renderToString(`\\${name}`, { output: "mathml", strict: "ignore" });
    symbol = /<mrow>(?:<m[io][^>]*>)([^\p{ASCII}])(?:<\/m[io]>)<\/mrow>/u.exec(mathml)?.[1];
  } catch {
    symbol = undefined;
  }
  rare.set(name, symbol);
  return symbol;
}

/** Whether the argument of a command is words, a name or a letter in another font. */
export function isTextCommand(name: string): boolean {
  return /^(?:text(?!style$)[a-z]*|math(?:rm|it|sf|tt|bf|op|bin|rel|ord|normal)|[hf]box|emph|operatorname(?:withlimits)?)$/.test(
    name,
  );
}

/** What a command without an argument shows in plain text: a character, nothing, or its name. */
export function plainCommand(name: string): string {
  const character = commandLetters.get(name) ?? symbols.get(name);
  if (character !== undefined) return character;
  return silent.test(name) ? "" : (rareSymbol(name) ?? name);
}
