import { commandClass } from "./commands.ts";
import { isBracedSymbol } from "./cues.ts";
import type { Extent } from "./extent.ts";
import { isTrap } from "./traps.ts";

// What looks like a formula and lost none: markup, names with underscores, commands that kept their backslash.

const escaped = /\\(?![%&#_{}\\,;:! "'`^~=.])/;
/** Commands that prose has, too. */
const proseCommands: ReadonlySet<string> = new Set(
  "text textbf textit texttt textrm textsf textsc textnormal textup emph mbox rm bf it sf tt bar dot hat check not P S dots ldots star dagger ddagger circledR quad qquad".split(
    " ",
  ),
);
const bracedGreek =
  /\{\\(?:[a-z]*(?:alpha|beta|gamma|delta|epsilon|eta|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|phi|chi|psi|omega))\}/i;

/** Part of a name such as `max_new_tokens`, but not of `epsilon_opt`. */
function isSnake(text: string, start: number, end: number): boolean {
  if (end - start > 40 || !/^\w+$/.test(text.slice(start, end))) return false;
  const before = /\w*$/.exec(text.slice(Math.max(0, start - 40), start))?.[0] ?? "";
  const after = /^\w*/.exec(text.slice(end, end + 40))?.[0] ?? "";
  const parts = (before + text.slice(start, end) + after).split("_");
  return parts.some((part, index) => {
    const next = parts[index + 1] ?? "";
    if (!/^[A-Za-z]{3,}$/.test(part) || !/^[A-Za-z]{3,}/.test(next)) return false;
    return commandClass.get(part) !== "greek" && !commandClass.has(next);
  });
}

/** How far from a span to look for commands that it belongs to. */
const besideReach = 40;
/** A command of mathematics that kept its backslash, not one of prose such as `\\em`. */
const keptCommand = /\\([A-Za-z]+)/g;

/**
 * Whether a span is a piece of a formula of which other pieces kept their backslashes: `(t(\\log t)`. Its
 * author used no dollars, so no formula was lost there.
 */
function isBesideCommand(text: string, { start, end }: Extent): boolean {
  const before = text.slice(Math.max(0, start - besideReach), start);
  const after = text.slice(end, end + besideReach);
  if (!before.includes("\\") && !after.includes("\\")) return false;
  const head = /(?:\\[A-Za-z]+\s)?\S*$/.exec(before)?.[0] ?? "";
  const tail = /^\S*/.exec(after)?.[0] ?? "";
  for (const [, name = ""] of `${head} ${tail}`.matchAll(keptCommand)) {
    if (commandClass.has(name) && !proseCommands.has(name)) return true;
  }
  return false;
}

const plainWords =
  /(?<![A-Za-z\\_^({])(?:of|the|by|and|for|with|is|are|(?!\w*(?:infty|left|right))[a-z]{4,})(?![A-Za-z_^(/])/g;

/** Three words that are no commands make a sentence, unless they are in braces as in `text{if so}`. */
function isSentence(source: string): boolean {
  if (source.length < 10 || source.includes("{")) return false;
  const words = source.match(plainWords) ?? [];
  return words.filter((word) => !commandClass.has(word)).length > 2;
}

/**
 * Commands that still have their backslash did not lose dollars, so they are not damage, unless the
 * dollars of a display formula shifted the pairs or the author wrote `{\alpha}`. They are markup of
 * prose, like words in braces and numerals of a list. Numbers and symbols without a letter look the
 * same either way.
 */
export function isProse(text: string, start: number, end: number): boolean {
  const source = text.slice(start, Math.min(end, start + 400));
  if (isTrap(text, { start, end }) || isSentence(source)) return true;
  const braced = /^\{([A-Za-z]{2,})\}$/.exec(source)?.[1];
  if (braced !== undefined && !isBracedSymbol(braced)) return true;
  if (/^\(?[ivx]{2,}\)?$|^\([ivx]\)$/.test(source) && source !== "xi") return true;
  if (!/[A-Za-z^_\\\u0370-\u03ff]/.test(source) || isSnake(text, start, end)) return true;
  if (/\\[A-Za-z]*$/.test(text.slice(Math.max(0, start - 16), start))) return true;
  if (isBesideCommand(text, { start, end }) && !text.includes("$")) return true;
  return escaped.test(source.replace(bracedGreek, "")) && !text.includes("$");
}
