import { type CommandClass, commandClass } from "./commands.ts";

/** What a brace of a damaged formula was: TeX's grouping, or a visible brace (`\{`). */
export const brace = { group: 1, visible: 2, argumentOfLostWrapper: 3 } as const;

const isSpace = (character: string | undefined): boolean =>
  character === " " || character === "\n" || character === "\t" || character === "~";

function before(source: string, at: number): number {
  let index = at - 1;
  while (index >= 0 && isSpace(source[index])) index -= 1;
  return index;
}

/** The letters directly before an offset, up to the length of a command's name. */
function nameBefore(source: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < 18 && /[A-Za-z]/.test(source[start - 1] ?? "")) start -= 1;
  return source.slice(start, end);
}

const setBefore =
  /(?:in|setminus|subset|subseteq|cup|cap|to|colon|max|min|sup|inf|lbrace|left|big[lrgm]?|Big[lrgm]?)$/;
const wrapperBefore =
  /(?:mathbb|mathcal|mathrm|mathbf|mathfrak|mathscr|mathsf|mathit|operatorname|text|textbf|textit|texttt|textrm|textsf|sqrt|frac|hat|tilde|bar|overline|vec|widehat|widetilde|boldsymbol|bm|rm|bf|underline|dot|mbox|emph)$/;

function isSetContent(content: string): boolean {
  if (/[,:|]|mid|dots/.test(content)) return true;
  return /^\s*(?:0|1|-1|pm\s*1)\s*$/.test(content);
}

const unlettered: ReadonlySet<CommandClass> = new Set(["relation", "operation"]);

/**
 * Authors put braces around a sign to change the space beside it: `N{=}1`, `4{,}851`, `8{times}`. No
 * wrapper has such an argument.
 */
const isSpacing = (content: string): boolean =>
  !/[A-Za-z0-9\u0370-\u03ff]/.test(content) ||
  unlettered.has(commandClass.get(content.trim()) ?? "wrapper");

function kindOfPair(source: string, open: number, close: number): number {
  const last = before(source, open);
  const character = source[last];
  if (character === "^" || character === "_") return brace.group;
  if (isSpacing(source.slice(open + 1, Math.min(close, open + 24)))) return brace.group;
  const name = nameBefore(source, last + 1);
  if (wrapperBefore.test(name)) return brace.group;
  if (/^(?:left|right|big|Big)/.test(name.slice(-5)) && /(?:left|big[lr]?|Big[lr]?)$/.test(name))
    return brace.visible;
  const content = source.slice(open + 1, Math.min(close, open + 400));
  const next = source[close + 1];
  const isSet = isSetContent(content);
  if (
    isSet &&
    (character === undefined || /[=(,<>|:&+!-]/.test(character) || setBefore.test(name))
  ) {
    return next === "_" && !/[,:]/.test(content) ? brace.group : brace.visible;
  }
  if (character === "=" && next !== "_" && next !== "^" && /_/.test(content)) return brace.visible;
  if (character !== undefined && /[A-Za-z0-9)}\]]/.test(character) && !commandClass.has(name)) {
    return isSet && /,/.test(content) && isSpace(source[open - 1])
      ? brace.visible
      : brace.argumentOfLostWrapper;
  }
  return brace.group;
}

/** For each offset of a formula's source, the kind of brace there, or 0 if there is no brace. */
export function readBraces(source: string): Uint8Array {
  const kinds = new Uint8Array(source.length);
  const stack: number[] = [];
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at];
    if ((character !== "{" && character !== "}") || source[at - 1] === "\\") continue;
    if (character === "{") {
      stack.push(at);
      continue;
    }
    const isRight = /(?:right|big[lr]?|Big[lr]?)$/.test(nameBefore(source, before(source, at) + 1));
    const open = stack.pop();
    if (open === undefined) {
      kinds[at] = brace.visible;
      continue;
    }
    const kind = isRight ? brace.visible : kindOfPair(source, open, at);
    kinds[open] = kind;
    kinds[at] = kind;
  }
  for (const open of stack) kinds[open] = brace.visible;
  return kinds;
}
