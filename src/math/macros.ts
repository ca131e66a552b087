/**
 * What a command of an author or a package stands for. A text has `#1` to `#9` in the places of its
 * arguments, as in TeX and KaTeX.
 */
export type Macro = string | MacroFunction;
/** For a command whose expansion depends on its argument, of which it has one. */
export type MacroFunction = (argument: string) => string;

/** Macros by name, without the backslash. */
export type Macros = Readonly<Record<string, Macro>>;

/** `\mathds{1}`: KaTeX has letters in blackboard bold, but no digits, for which bold ones are usual. */
const blackboard: MacroFunction = (argument) =>
  /^[\s\d]*$/.test(argument) ? `\\mathbf{${argument}}` : `\\mathbb{${argument}}`;

/** The character that `\unicode{x2013}` or `\unicode{8211}` names; undefined if it names none. */
export function characterOf(argument: string): string | undefined {
  const digits = /^\s*(?:[xX]([\da-fA-F]{1,6})|(\d{1,7}))\s*$/.exec(argument);
  const code = Number.parseInt(digits?.[1] ?? digits?.[2] ?? "", digits?.[1] ? 16 : 10);
  const isCharacter = code >= 0xa0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}

const nothing: MacroFunction = () => "";

const capitals = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const smallLetters = [..."acdhkpqrsuvwxyz"];
/** A macro for each letter: `\cA`, `\cB` and so on, for `\mathcal`. */
const lettersIn = (letters: readonly string[], name: (letter: string) => string, font: string) =>
  Object.fromEntries(letters.map((letter) => [name(letter), `\\${font}{${letter}}`]));
/** Operators that are set upright, with their names. */
const operators = (names: string): Record<string, string> =>
  Object.fromEntries(names.split(/\s+/).map((name) => [name, `\\operatorname{${name}}`]));

/** Units, and what is before them. */
const units = Object.fromEntries(
  "metre m,meter m,second s,gram g,kelvin K,hertz Hz,volt V,watt W,joule J,tesla T,electronvolt eV,per /,kilo k,mega M,giga G,tera T,milli m,nano n"
    .split(",")
    .map((unit) => unit.split(" "))
    .map(([name = "", sign = ""]) => [name, `\\mathrm{${sign}}`]),
);

/** Macros that have one source. */
interface MacroTable {
  /** The package, or the habit of authors, that the macros are from. */
  readonly source: string;
  readonly macros: Macros;
}

/**
 * Commands of arXiv's abstracts that KaTeX lacks, by source. Authors' own macros are here only where
 * nearly all authors mean the same: `\C` is a set, but `\M` may be anything and stays as its source.
 */
export const macroTables: readonly MacroTable[] = [
  {
    source: "LaTeX (source2e)",
    macros: {
      mbox: "\\text{#1}",
      makebox: "\\text{#1}",
      textsc: "\\text{#1}",
      textsl: "\\textit{#1}",
      textsuperscript: "^{\\text{#1}}",
      textsubscript: "_{\\text{#1}}",
      ensuremath: "{#1}",
      protect: "",
      label: nothing,
      ref: nothing,
      cite: nothing,
      vspace: nothing,
      "-": "",
      "/": "",
      displaylimits: "",
      boldmath: "",
      unboldmath: "",
      noindent: "",
      hfill: "",
      smallskip: "",
      medskip: "",
      bigskip: "",
      em: "\\it",
      sl: "\\it",
      sc: "\\rm",
      bfseries: "\\bf",
      itshape: "\\it",
      rmfamily: "\\rm",
      textless: "<",
      textgreater: ">",
      textbar: "|",
      textasciitilde: "\\sim",
      textendash: "\\text{–}",
      textemdash: "\\text{—}",
      textdegree: "^{\\circ}",
      textmu: "\\mu",
      textdagger: "\\dagger",
      textsterling: "\\text{£}",
      textminus: "-",
      textasciicircum: "\\hat{}",
      textunderscore: "\\_",
      textpm: "\\pm",
      texttimes: "\\times",
      sp: "^{#1}",
      sb: "_{#1}",
    },
  },
  { source: "xspace", macros: { xspace: "" } },
  { source: "bbm", macros: { mathbbm: blackboard, mathbbmss: blackboard } },
  { source: "dsfont", macros: { mathds: blackboard } },
  { source: "bbold", macros: { mathbbold: blackboard } },
  { source: "mathrsfs, euscript", macros: { scr: "\\mathscr", EuScript: "\\mathscr{#1}" } },
  { source: "nicefrac", macros: { nicefrac: "{}^{#1}\\!/_{#2}" } },
  { source: "xfrac", macros: { sfrac: "{}^{#1}\\!/_{#2}" } },
  {
    source: "upgreek, whose upright letters KaTeX lacks",
    macros: Object.fromEntries(
      "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau phi chi psi omega"
        .split(" ")
        .map((name) => [`up${name}`, `\\${name}`]),
    ),
  },
  { source: "amsmath", macros: { eqref: nothing, idotsint: "\\int\\cdots\\int " } },
  { source: "relsize", macros: { mathsmaller: "{#1}", mathlarger: "{#1}" } },
  { source: "mathabx", macros: { widebar: "\\overline{#1}" } },
  { source: "undertilde", macros: { undertilde: "\\utilde{#1}" } },
  { source: "slashed", macros: { slashed: "{\\not{#1}}" } },
  {
    source: "MathJax, which arXiv's pages use",
    macros: { unicode: (argument) => `\\text{${characterOf(argument) ?? argument}}` },
  },
  { source: "eurosym", macros: { euro: "\\text{€}" } },
  { source: "mhchem", macros: { ce: "\\mathrm{#1}" } },
  {
    source: "siunitx",
    macros: {
      SI: "#1\\,\\mathrm{#2}",
      si: "\\mathrm{#1}",
      qty: "#1\\,\\mathrm{#2}",
      unit: "\\mathrm{#1}",
      num: "#1",
      celsius: "{^{\\circ}C}",
      percent: "\\%",
      ang: "#1^{\\circ}",
      micro: "\\mu ",
      ...units,
    },
  },
  {
    source: "physics",
    macros: {
      dd: "\\mathrm{d}",
      dv: "\\frac{\\mathrm{d}#1}{\\mathrm{d}#2}",
      pdv: "\\frac{\\partial #1}{\\partial #2}",
      ev: "\\langle #1\\rangle ",
      expval: "\\langle #1\\rangle ",
      vb: "\\mathbf{#1}",
      flatfrac: "\\left.#1\\middle/#2\\right.",
      ...operators("rank tr Tr erf"),
    },
  },
  {
    source: "mathtools, amsthm: commands that papers declare under these names",
    macros: {
      norm: "\\left\\lVert #1\\right\\rVert ",
      abs: "\\left\\lvert #1\\right\\rvert ",
      ceil: "\\left\\lceil #1\\right\\rceil ",
      floor: "\\left\\lfloor #1\\right\\rfloor ",
      ...operators(
        "diag sign sgn supp conv vol dist dom ord lcm codim coker id Id Hom End Aut Gal Spec Proj Pic Ext Tor GL SL PSL PGL SO SU Var Cov KL poly polylog negl softmax OPT ReLU",
      ),
    },
  },
  {
    source: "authors' own",
    macros: {
      eps: "\\varepsilon",
      vareps: "\\varepsilon",
      veps: "\\varepsilon",
      Om: "\\Omega",
      infinity: "\\infty",
      iid: "\\mathrm{i.i.d.}",
      defeq: "\\coloneqq ",
      indep: "\\perp\\!\\!\\!\\perp ",
      independent: "\\perp\\!\\!\\!\\perp ",
      Perp: "\\perp\\!\\!\\!\\perp ",
      given: "\\mid ",
      half: "\\tfrac{1}{2}",
      Prob: "\\mathbb{P}",
      plus: "+",
      minus: "-",
      cmark: "\\checkmark ",
      xmark: "\\text{✗}",
      st: "\\text{s.t.}",
      wrt: "\\text{w.r.t.}",
      bigO: "\\mathcal{O}",
      ...lettersIn(["C", "E", "F", "N", "Q", "R", "Z"], (letter) => letter, "mathbb"),
      ...lettersIn([..."CEFKNPQRTZ"], (letter) => letter + letter, "mathbb"),
      ...lettersIn([..."CNQRZ"], (letter) => `I${letter}`, "mathbb"),
      ...lettersIn(capitals, (letter) => `bb${letter}`, "mathbb"),
      ...lettersIn(capitals, (letter) => `c${letter}`, "mathcal"),
      ...lettersIn(capitals, (letter) => `mc${letter}`, "mathcal"),
      ...lettersIn(capitals, (letter) => `cal${letter}`, "mathcal"),
      ...lettersIn(capitals, (letter) => `${letter}cal`, "mathcal"),
      ...lettersIn(capitals, (letter) => `frak${letter}`, "mathfrak"),
      ...lettersIn(capitals, (letter) => `b${letter}`, "mathbf"),
      ...lettersIn(smallLetters, (letter) => `b${letter}`, "mathbf"),
    },
  },
  {
    source: "math_commands.tex of the Deep Learning textbook, in the templates of ICLR",
    macros: {
      ...lettersIn(capitals, (letter) => `g${letter}`, "mathcal"),
      ...lettersIn(capitals, (letter) => `s${letter}`, "mathbb"),
      ...lettersIn(capitals, (letter) => `m${letter}`, "boldsymbol"),
      ...lettersIn(smallLetters, (letter) => `v${letter}`, "boldsymbol"),
      ...lettersIn(smallLetters, (letter) => `rv${letter}`, "mathbf"),
      vtheta: "\\boldsymbol{\\theta}",
      vmu: "\\boldsymbol{\\mu}",
    },
  },
];

/** All macros of the tables. */
export const macros: Macros = Object.assign({}, ...macroTables.map((table) => table.macros));
