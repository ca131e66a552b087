import { commandClass } from "./commands.ts";
import type { Extent } from "./extent.ts";

// What belongs to a formula beside what the tagger found of it, and what does not.

/** An operator alone between two formulas: nobody writes `$a$ + $b$`. */
const operator = /^(?:\s*[+=&/]\s*| - |\s*,?~|[(_^])$/;

/** A relation alone between two formulas, which no sentence has there: `D subset I`. */
function isRelation(gap: string): boolean {
  const name = gap.trim().replace(/~$/, "");
  if (name === "in" || name === "to") return gap.endsWith("~");
  return commandClass.get(name) === "relation";
}

/** `f: A to B`, of which both colon and arrow belong to the formula. */
function isMap(text: string, first: Extent, second: Extent): boolean {
  const gap = text.slice(first.end, second.start);
  const source = text.slice(Math.max(first.start, first.end - 60), first.end);
  if (gap === " to ")
    return /[A-Za-z})]\s?(?::|colon)\s/.test(text.slice(Math.max(0, first.start - 4), first.end));
  return (
    gap === ": " &&
    /^[A-Za-z]$|[\\)}]$|^[a-z]+$/.test(source) &&
    /^.{1,40}?(?: to |\)to)/.test(text.slice(second.start, second.start + 60))
  );
}

/** Whether what is between two formulas makes them one. */
export function isBridged(text: string, first: Extent, second: Extent): boolean {
  const gap = text.slice(first.end, second.start);
  return operator.test(gap) || isRelation(gap) || isMap(text, first, second);
}

/**
 * Commands whose argument is the next letter, and which are no words, as in `tilde O(n)`; and a letter
 * with a relation, which the tagger may take for a word: `Dsubset mathbb R^n`.
 */
const before =
  /(?:^|[\s(,=])((?:tilde|widetilde|widehat|hat|bar|overline|mathbb|mathcal|mathbf|mathfrak|mathscr|nabla|(?:[A-Z]|Omega|Sigma|mu|nu|lambda|alpha)(?:subset|subseteq|in|leq|geq))\s)$/;

/** No formula has more of them one after the other. */
const mostBefore = 3;

/** The start of a formula with the accents, the font, the relation or the bar before it. */
export function wholeStart(text: string, extent: Extent): number {
  let { start } = extent;
  for (let count = 0; count < mostBefore; count += 1) {
    const next = startWithNeighbour(text, { start, end: extent.end });
    if (next === start) break;
    start = next;
  }
  return start;
}

/** What a script without an argument may have as one: `FSS^per`, `H^*`, `u_{0}`. */
const argument = /^(?:\{[^{}\s]{0,20}\}|[A-Za-z]{1,8}|\d{1,3}|[*+'\u00a7\u2020\u2021])/;
/** A command of which the letter after it is the argument. */
const openCommand = /(?:^|[^A-Za-z])(?:mathbb|mathcal|mathbf|mathfrak|mathscr|widehat|widetilde)$/;

/** The end of a formula with the argument of the script or the command that it ends in. */
export function wholeEnd(text: string, { start, end }: Extent): number {
  const source = text.slice(Math.max(start, end - 16), end);
  const after = text.slice(end, end + 24);
  if (/[\^_]$/.test(source)) return end + (argument.exec(after)?.[0].length ?? 0);
  if (openCommand.test(source))
    return end + (/^ ?[A-Za-z](?![A-Za-z])/.exec(after)?.[0].length ?? 0);
  return end;
}

function startWithNeighbour(text: string, { start, end }: Extent): number {
  const source = text.slice(start, Math.min(end, start + 8));
  if (text[start - 1] === "|" && /^[A-Za-z(\\]/.test(source)) return start - 1;
  const isWord = /^[a-z]{2}/.test(source) && !/^(?:math|tilde|bar|hat)/.test(source);
  const found = isWord ? undefined : before.exec(text.slice(Math.max(0, start - 16), start))?.[1];
  return start - (found?.length ?? 0);
}

/** The parts of `10 times 10 to 20 times 20`, a range in words. */
export function partsOfRange(text: string, { start, end }: Extent): Extent[] {
  const parts: Extent[] = [];
  let from = start;
  for (;;) {
    const at = /\d%? to (?=-?\.?\d)/.exec(text.slice(from, Math.min(end, from + 120)));
    if (at === null) return [...parts, { start: from, end }];
    const middle = from + at.index + at[0].length;
    parts.push({ start: from, end: middle - 4 });
    from = middle;
  }
}
