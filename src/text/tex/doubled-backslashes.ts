import { isOfFormulas } from "./bare-formula.ts";
import { hasOneArgument, manyArguments, switches, wrappings } from "./commands.ts";
import { accents, letters, mathSymbols, symbolOf } from "./table.ts";

/** Commands that are words of a language too, so that a line may begin with them: `\\star`. */
const words = new Set(
  "bullet dagger deg div dots ell mu nu partial phi pi star times xi S P TeX".split(" "),
);

const doubled = /(?<!\\)(?:\\\\){1,2}(?:([A-Za-z]+\*?)(\s{0,3}\{)?|(["'`^~=.])|([%&#_]))/g;

/**
 * A text with one backslash where a program that wrote JSON doubled it: `\\textbf{x}`, `M\\"{u}ller`. In
 * TeX two backslashes break a line, and stay where that can be meant.
 */
export function singleBackslashes(text: string): string {
  if (!text.includes("\\\\")) return text;
  let read = "";
  let done = 0;
  for (const { 0: all, 1: name, 2: brace, 3: accent, 4: sign, index } of text.matchAll(doubled)) {
    const before = text.charAt(index - 1);
    const end = index + all.length;
    const isMeant =
      name === undefined
        ? isSign(accent ?? sign, before, text.slice(end, end + 4))
        : isCommand(name, brace !== undefined, before);
    if (!isMeant) continue;
    read += `${text.slice(done, index)}\\${all.replace(/^\\+/, "")}`;
    done = end;
  }
  return (read + text.slice(done)).replace(delimiters, (all, ...found: string[]) => {
    const [open = "", latex = "", close = ""] = found;
    return (open === "(") === (close === ")") ? `\\${open}${latex}\\${close}` : all;
  });
}

// The commands of such a formula may have been read already.
const delimiters = /(?<!\\)\\\\([([])((?:(?!\\\\[()[\]])[^\n]){1,500}?)\\\\([)\]])/g;

function isCommand(name: string, hasArgument: boolean, before: string): boolean {
  if (hasArgument) {
    const takes = wrappings.has(name) || manyArguments.has(name) || hasOneArgument(name);
    return takes || isOfFormulas(name) || /^(?:url|href)$/.test(name) || isLetter(name);
  }
  // No line breaks where a group begins.
  if (before === "{" && (switches.has(name) || isLetter(name) || symbolOf(name))) return true;
  const isSymbol = mathSymbols.has(name) || symbolOf(name) !== undefined;
  return isSymbol && !words.has(name) && !/\p{L}/u.test(before);
}

function isLetter(name: string): boolean {
  return accents.has(name) || letters.has(name);
}

/** Whether an accent has a letter, or a sign is one that TeX escapes. */
function isSign(sign: string | undefined, before: string, after: string): boolean {
  if (sign === undefined) return false;
  if (!accents.has(sign)) return /[\p{L}\p{N}]/u.test(before);
  if (/^\{\\{0,2}\p{L}/u.test(after)) return true;
  return /[\p{L}{]/u.test(before) && accents.get(sign)?.on.test(after.charAt(0)) === true;
}

/**
 * A formula with single backslashes where a program doubled each of them. One that breaks its lines has
 * other backslashes too, or none before a name.
 */
export function singleInFormula(latex: string): string {
  if (!/\\\\[A-Za-z]{2}/.test(latex)) return latex;
  const runs = latex.match(/\\+/g) ?? [];
  return runs.every(({ length }) => length === 2) ? latex.replaceAll("\\\\", "\\") : latex;
}
