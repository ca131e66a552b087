import { longestFormula } from "./longest-formula.ts";
import type { Macro, Macros } from "./macros.ts";

/** Macros may be made of macros, but not deeper than this. */
const deepest = 8;

/**
 * A formula with its macros replaced by what they stand for. It stays as it is where that has no end
 * or would be too long.
 */
export function expandMacros(latex: string, macros: Macros): string {
  if (!latex.includes("\\") || latex.length > longestFormula) return latex;
  let text = latex;
  for (let round = 0; round < deepest; round += 1) {
    const next = expandOnce(text, macros);
    if (next === text) return text;
    if (next.length > longestFormula) return latex;
    text = next;
  }
  return latex;
}

/** How many arguments a macro takes. */
export function argumentsOf(macro: Macro): number {
  if (typeof macro === "function") return 1;
  return Math.max(0, ...[...macro.matchAll(/#([1-9])/g)].map(([, digit]) => Number(digit)));
}

const command = /\\(?:([A-Za-z]+)|([\s\S]))/g;

function expandOnce(latex: string, macros: Macros): string {
  let out = "";
  let last = 0;
  command.lastIndex = 0;
  for (let match = command.exec(latex); match !== null; match = command.exec(latex)) {
    const name = match[1] ?? match[2] ?? "";
    const macro = Object.hasOwn(macros, name) ? macros[name] : undefined;
    if (macro === undefined) continue;
    const read = readArguments(latex, command.lastIndex, argumentsOf(macro));
    if (read === undefined) continue;
    out = joined(out + latex.slice(last, match.index), filled(macro, read.values));
    last = read.end;
    command.lastIndex = last;
    // Between two commands, TeX skips the space that ended the first one's name.
    if (/\\[A-Za-z]+$/.test(out) && /^[A-Za-z]/.test(latex.slice(last, last + 1))) out += " ";
  }
  return last === 0 ? latex : out + latex.slice(last);
}

function filled(macro: Macro, values: readonly string[]): string {
  if (typeof macro === "function") return macro(values[0] ?? "");
  return macro
    .split(/(#[1-9])/)
    .reduce(
      (out, part) =>
        /^#[1-9]$/.test(part) ? joined(out, values[Number(part[1]) - 1] ?? "") : out + part,
      "",
    );
}

/** Two pieces of LaTeX, so that letters do not become part of a command's name. */
const joined = (first: string, second: string): string =>
  /^[A-Za-z]/.test(second) && /\\[A-Za-z]+$/.test(first.slice(-40))
    ? `${first} ${second}`
    : first + second;

/** Reads arguments as TeX does: a group in braces, a command, or one character. */
function readArguments(
  latex: string,
  from: number,
  count: number,
): { values: string[]; end: number } | undefined {
  const values: string[] = [];
  // `\norm*{x}` sets larger bars in packages that have it.
  let at = count > 0 && latex[from] === "*" ? from + 1 : from;
  while (values.length < count) {
    while (/\s/.test(latex[at] ?? "")) at += 1;
    if (latex[at] === "{") {
      const end = endOfGroup(latex, at);
      if (end === undefined) return undefined;
      values.push(latex.slice(at + 1, end));
      at = end + 1;
      continue;
    }
    const value = /^(?:\\(?:[A-Za-z]+|[\s\S])|[^}\\])/u.exec(latex.slice(at, at + 60))?.[0];
    if (value === undefined) return undefined;
    values.push(value);
    at += value.length;
  }
  return { values, end: at };
}

function endOfGroup(latex: string, open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < latex.length; at += 1) {
    const character = latex[at];
    if (character === "\\") at += 1;
    else if (character === "{") depth += 1;
    else if (character === "}") {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return undefined;
}
