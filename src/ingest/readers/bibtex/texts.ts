import { longestFormula } from "../../../math/longest-formula.ts";
import { endsInWords } from "../../../math/restore/whole-math.ts";
import { hasOneArgument } from "../../../text/tex/commands.ts";
import { singleBackslashes } from "../../../text/tex/doubled-backslashes.ts";

interface Brace {
  /** It belongs to a command, which is cleaned later. */
  kept: boolean;
  /** Whether the group after it may be another argument of its command. */
  goesOn: boolean;
}

/**
 * A value without the braces that protect capitals in BibTeX. Those of formulas and commands
 * (`\emph{…}`, `{\"o}`) stay, because they are cleaned later.
 */
export function withoutCaseBraces(given: string): string {
  if (!given.includes("{")) return given;
  // Before braces are looked at, because those of a command are not dropped.
  const value = singleBackslashes(given);
  return without(value, caseBraces(value));
}

/** The places of braces that belong to no command and no formula. */
export function caseBraces(value: string): number[] {
  const parts =
    /\\([A-Za-z]+\*?)(?:\s*\[[^[\]{}]{0,60}\])?\s*(?=\{)|\\["'`^~=.](?=\{)|\\[\s\S]|[{}]|\$\$?/g;
  const open: Brace[] = [];
  const dropped: number[] = [];
  // Where the argument of a command may begin, and whether more may follow it.
  let command = { at: -1, goesOn: false };
  /** What closes the formula that is open, and where it began. */
  let formula: { close: string; start: number } | undefined;
  for (const { 0: part, 1: name, index } of value.matchAll(parts)) {
    if (formula) {
      const isEnd = part === "\\)" || (part.startsWith("$") && formula.close === "$");
      const isLong = index - formula.start > longestFormula;
      if (isLong || (isEnd && !endsInWords(value.slice(formula.start, index)))) formula = undefined;
    } else if (part.startsWith("$") || part === "\\(")
      formula = { close: part === "\\(" ? "\\)" : "$", start: index + part.length };
    else if (part === "\\)") continue;
    else if (part === "{") {
      const isArgument = command.at === index;
      // DBLP has formulas in braces: `{\(\epsilon\)}`.
      const isScript = /(?<!\\)[_^]$/.test(value.slice(Math.max(0, index - 2), index));
      const kept = isArgument || isScript || /^\\[^(]/.test(value.slice(index + 1, index + 3));
      open.push({ kept, goesOn: isArgument && command.goesOn });
      if (!kept) dropped.push(index);
    } else if (part === "}") {
      const { kept, goesOn } = open.pop() ?? { kept: false, goesOn: false };
      if (!kept) dropped.push(index);
      else if (goesOn) command = { at: index + 1, goesOn };
    } else if (value.charAt(index + part.length) === "{") {
      command = {
        at: isEscape(part) ? -1 : index + part.length,
        goesOn: name !== undefined && !hasOneArgument(name),
      };
    }
  }
  return dropped;
}

/** `\%` and the like have no argument. */
function isEscape(part: string): boolean {
  return /^\\[^A-Za-z"'`^~=.]/.test(part);
}

function without(value: string, dropped: readonly number[]): string {
  let text = "";
  let at = 0;
  for (const index of dropped) {
    text += value.slice(at, index);
    at = index + 1;
  }
  return text + value.slice(at);
}

const backslash = String.raw`(?:\\textbackslash(?:\{\}|[ \t])?|\{\\(?:text)?backslash\}|\$\\backslash\$)`;
// A command with its brace escaped, or a formula with its dollars.
const escapedTex = new RegExp(
  String.raw`${backslash}[A-Za-z]+\s{0,3}(?:\\\{|\{\\\{\})|\\\$\}?[^$]{0,200}${backslash}[A-Za-z][^$]{0,200}\\\$`,
);

/** Undoes the escaping of a program that took TeX for words (`\textbackslash emph\{x\}`). */
export function undoEscaping(value: string): string {
  if (!/\\/.test(value)) return value;
  const plain = withoutEscapedBraces(withDollars(value));
  if (!plain.includes("backslash") || !escapedTex.test(plain)) return plain;
  return plain
    .replace(new RegExp(backslash, "g"), "\\")
    .replace(/\{\\([{}$_&#%])\}|\\([{}$_&#%])/g, "$1$2")
    .replace(/\{?(?:\\\^|\\textasciicircum)(?:\{\}|\})/g, "^")
    .replace(/\{?(?:\\~|\\textasciitilde)(?:\{\}|\})/g, "~");
}

const dollar = String.raw`(?:\{\\\$\}|\\\$)`;
const escapedFormula = new RegExp(
  String.raw`${dollar}((?:[^$\\]|\\[A-Za-z]){1,200}?)${dollar}`,
  "g",
);

/** Formulas of which the dollars were escaped: `{\$}\alpha{\$}`. Amounts of money stay. */
function withDollars(value: string): string {
  if (!value.includes("\\$")) return value;
  return value.replace(escapedFormula, (all, latex: string) =>
    /^\\[A-Za-z]|[_^]|[=<>]\s*\\/.test(latex) && !/^\s|\s$/.test(latex)
      ? `$${latex.replace(new RegExp(backslash, "g"), "\\")}$`
      : all,
  );
}

/** Braces that protect capitals, as Google Scholar writes them: `$\{$USENIX$\}$`. */
function withoutEscapedBraces(value: string): string {
  return value.replace(/\$\\\{\$([^${}\\]{1,100})\$\\\}\$/g, "$1");
}
