/**
 * Commands of TeX that format words, or print nothing. Sources: LaTeX2e's reference manual
 * (https://latexref.xyz, "Fonts", "Spaces", "Cross references"), the manual of biblatex ("Formatting
 * Commands"), that of csquotes, and ulem.sty.
 */

/** What a command does to its argument. */
export type Wrapping =
  | "emphasis"
  | "strong"
  | "plain"
  | "quote"
  | "parentheses"
  | "brackets"
  | "upper"
  | "lower"
  | "raised"
  | "lowered"
  | "formula";

const named = <T>(lists: readonly (readonly [T, string])[]): ReadonlyMap<string, T> =>
  new Map(lists.flatMap(([what, names]) => names.split(" ").map((name) => [name, what] as const)));

/** Commands with one argument, by name. */
export const wrappings: ReadonlyMap<string, Wrapping> = named<Wrapping>([
  ["emphasis", "emph textit textsl mkbibemph mkbibitalic"],
  [
    "strong",
    "textbf mkbibbold section section* subsection subsection* subsubsection subsubsection* paragraph paragraph*",
  ],
  [
    "plain",
    "textsc texttt textrm textsf textup textmd textnormal text mbox hbox fbox underline uline mathrm ce nolinkurl textlf textsw textulc textin IeC lstinline textgreek textcyrillic num",
  ],
  ["quote", "enquote enquote* mkbibquote textquote blockquote say"],
  ["parentheses", "mkbibparens footnote footnotetext thanks parentext"],
  ["brackets", "mkbibbrackets"],
  ["upper", "uppercase MakeUppercase MakeTextUppercase"],
  ["lower", "lowercase MakeLowercase MakeTextLowercase"],
  ["raised", "textsuperscript mkbibsuperscript sp"],
  ["lowered", "textsubscript mkbibsubscript sb"],
  ["formula", "ensuremath"],
]);

/** How many arguments a command has, and which of them is printed. */
export const manyArguments: ReadonlyMap<string, { count: number; printed: number }> = new Map([
  ["texorpdfstring", { count: 2, printed: 0 }],
  ["textcolor", { count: 2, printed: 1 }],
  ["foreignlanguage", { count: 2, printed: 1 }],
  ["textlang", { count: 2, printed: 1 }],
  ["colorbox", { count: 2, printed: 1 }],
  ["fcolorbox", { count: 3, printed: 2 }],
  ["bibinfo", { count: 2, printed: 1 }],
]);

/** Commands for everything up to the end of their group. */
export const switches: ReadonlyMap<string, "emphasis" | "strong" | "plain"> = named([
  ["emphasis", "em it sl itshape slshape"],
  ["strong", "bf bfseries"],
  ["plain", "sc tt rm sf scshape ttfamily rmfamily sffamily mdseries upshape normalfont cal"],
]);

/** Sizes, with a group around their text or without. */
export const sizes = new Set(
  "tiny scriptsize footnotesize normalsize small large Large LARGE huge Huge".split(" "),
);

/** Commands that guide TeX and print nothing. */
export const silent = new Set(
  "relax null protect xspace noindent indent allowbreak nobreak unskip ignorespaces leavevmode centering sloppy boldmath unboldmath bgroup egroup selectfont isdot adddot nopunct bibopenparen maketitle".split(
    " ",
  ),
);

/** Commands that print a space. */
export const spaces = new Set(
  "par newline linebreak space quad qquad enspace enskip thinspace hfill hspace hspace* smallskip medskip bigskip newblock addspace nobreakspace break".split(
    " ",
  ),
);

/** Commands whose argument is not printed: keys by which BibTeX sorts. */
export const unprinted = new Set(
  "noopsort sortkey noop no_op vspace vspace* color raisebox".split(" "),
);

/** References that have no target in an abstract. */
export const reference =
  /^(?:(?:auto|paren|text|foot|smart|super|full)?cite[A-Za-z]*|nocite|ref|eqref|[cC]ref|autoref|label)\*?$/;

/** Environments of words, whose begin and end print nothing. */
export const textEnvironments = new Set(
  "abstract quote quotation center flushleft flushright itemize enumerate description document sloppypar small".split(
    " ",
  ),
);

const accentCommand = /^[uvHcdbkrt]$/;

/** Whether a command surely has one argument, so that a group after it is another thing. */
export function hasOneArgument(name: string): boolean {
  return wrappings.has(name) || accentCommand.test(name) || reference.test(name);
}
