import katex from "katex";
import { commandClass } from "./commands.ts";

// Calling KaTeX takes longer than everything else, and nearly all formulas have one of a few plain
// shapes. `isPlain` recognises these. KaTeX accepts whatever it accepts, which a property test
// checks.

/** Commands that print one character, take no argument and may be a script without braces. */
const characterCommands: ReadonlySet<string> = new Set(
  [...commandClass]
    .filter(([, kind]) => kind !== "wrapper" && kind !== "delimiter" && kind !== "function")
    .map(([name]) => name)
    .filter((name) => !["implies", "iff", "bmod", "quad", "qquad"].includes(name)),
);
/** These and all other commands without an argument. */
const lineCommands: ReadonlySet<string> = new Set(
  [...commandClass]
    .filter(([, kind]) => kind !== "wrapper" && kind !== "delimiter")
    .map(([name]) => name),
);
const plainCharacter = /[A-Za-z0-9+\-*/=<>()[\]|,.;:!?@"~ \n]/;
const scriptCharacter = /[A-Za-z0-9+\-*/=<>|]/;

/** A formula of letters, numbers, symbols, known commands without arguments, groups and scripts. */
export function isPlain(latex: string): boolean {
  // What the last atom of each group already has: bit 1 a superscript, bit 2 a subscript.
  const scripts: number[] = [0];
  let wants = 0;
  let at = 0;
  const atom = (): void => {
    const top = scripts.length - 1;
    scripts[top] = wants === 0 ? 0 : (scripts[top] ?? 0) | wants;
    wants = 0;
  };
  while (at < latex.length) {
    const character = latex[at] ?? "";
    if (character === "\\") {
      const name = /^[A-Za-z]+/.exec(latex.slice(at + 1, at + 24))?.[0];
      if (name === undefined) {
        if (!/[%#&{}|,;!_]/.test(latex[at + 1] ?? "") || wants !== 0) return false;
        at += 2;
      } else {
        if (!(wants === 0 ? lineCommands : characterCommands).has(name)) return false;
        at += name.length + 1;
      }
      atom();
    } else if (character === "{") {
      scripts.push(0, wants);
      wants = 0;
      scripts.push(0);
      at += 1;
    } else if (character === "}") {
      if (wants !== 0 || scripts.length < 4) return false;
      scripts.pop();
      wants = scripts.pop() ?? 0;
      scripts.pop();
      atom();
      at += 1;
    } else if (character === "^" || character === "_") {
      const bit = character === "^" ? 1 : 2;
      if (wants !== 0 || ((scripts.at(-1) ?? 0) & bit) !== 0) return false;
      wants = bit;
      at += 1;
    } else {
      if (character !== " " && !(wants === 0 ? plainCharacter : scriptCharacter).test(character))
        return false;
      at += 1;
      if (character !== " ") atom();
    }
  }
  return wants === 0 && scripts.length === 1;
}

const verdicts = new Map<string, boolean>();
const verdictsLimit = 4096;

/** Whether KaTeX renders a formula, warnings taken as refusals. */
export function katexAccepts(latex: string): boolean {
  if (isPlain(latex)) return true;
  let verdict = verdicts.get(latex);
  if (verdict === undefined) {
    try {
      katex.renderToString(latex, { strict: "error", throwOnError: true, maxExpand: 100 });
      verdict = true;
    } catch {
      verdict = false;
    }
    if (verdicts.size >= verdictsLimit) verdicts.clear();
    verdicts.set(latex, verdict);
  }
  return verdict;
}
