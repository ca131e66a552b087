import { greekLetterCommand } from "../greek-letters.ts";
import { brace, readBraces } from "./braces.ts";
import { type CommandClass, commandClass } from "./commands.ts";
import { cutRun, type RunCosts, runPlace } from "./letter-runs.ts";

/** A formula's LaTeX, as far as it can be rebuilt. */
export interface Rebuilt {
  readonly latex: string;
  /** A wrapper such as `\frac` or `\sqrt` is known to be lost: `1{n}`. */
  readonly lossy: boolean;
}

const piece = /\\[A-Za-z]+|\\[\s\S]|[A-Za-z]+|\d+|\s+|[\ud800-\udbff][\udc00-\udfff]|[\s\S]/g;
const textWrappers: ReadonlySet<string> = new Set(
  "\\text \\textbf \\textit \\texttt \\textrm \\textsf \\mathrm \\mathsf \\mathtt \\mbox \\operatorname \\rm \\textnormal \\textsc \\emph".split(
    " ",
  ),
);

/** Old font switches, as in `{sf d}`. */
const fonts: ReadonlySet<string> = new Set(["rm", "bf", "sf", "it", "tt", "cal"]);

/** Bars that close before a subscript are those of a norm: `|u|_{L^2}` was `\|u\|_{L^2}`. */
function normBars(source: string): ReadonlySet<number> {
  const bars: number[] = [];
  for (let at = 0; at < source.length; at += 1) {
    if (source[at] === "|" && source[at - 1] !== "\\") bars.push(at);
  }
  const norms = new Set<number>();
  if (bars.length % 2 === 1) return norms;
  for (let index = 0; index + 1 < bars.length; index += 2) {
    const open = bars[index] ?? 0;
    const close = bars[index + 1] ?? 0;
    if (source[close + 1] === "_" && close > open + 1) {
      norms.add(open);
      norms.add(close);
    }
  }
  return norms;
}

/** A `!` beside a command or another sign of spacing was `\!`: `K!sim!1` was `K\!\sim\!1`. */
function isNegativeSpace(source: string, at: number): boolean {
  const name = /([A-Za-z]+)$/.exec(source.slice(Math.max(0, at - 18), at))?.[1] ?? "";
  return isSeparator(name) && source[at - name.length - 1] === "!";
}

const separators: ReadonlySet<CommandClass> = new Set(["relation", "operation"]);
const isSeparator = (name: string): boolean =>
  name !== "" && separators.has(commandClass.get(name) ?? "wrapper");

/** The `,` of a thin space: before a differential, or between a number and its unit. */
function isThinSpace(source: string, at: number): boolean {
  const rest = source.slice(at + 1, at + 12);
  if (/^(?:d|mathrm\s?d)(?:[a-zA-Z]|$)/.test(rest) && source.includes("int")) return true;
  const last = source[at - 1] ?? "";
  if (/^[|=]|^(?:left|right|Right|Left)arrow/.test(rest) || /[|=;,]/.test(last)) return true;
  if (rest.startsWith(";,")) return true;
  // `0,rightarrow,1`: there is one on each side of the arrow.
  const name = /([A-Za-z]+)$/.exec(source.slice(Math.max(0, at - 18), at))?.[1] ?? "";
  if (isSeparator(name) && source[at - name.length - 1] === ",") return true;
  return /\d/.test(last) && /^(?:mu|rm|text|mathrm|times|%)/.test(rest);
}

function signOf(source: string, at: number, character: string): string {
  switch (character) {
    case "%":
    case "#":
    case "&":
      return `\\${character}`;
    case "!": {
      const isFactorial =
        /[A-Za-z0-9)]/.test(source[at - 1] ?? "") && !/[A-Za-z!0-9{]/.test(source[at + 1] ?? "");
      return isFactorial && !isNegativeSpace(source, at) ? "!" : "\\!";
    }
    case ";":
      return source[at - 1] === "," && source[at + 1] === " " ? "\\;" : ";";
    case ",":
      return isThinSpace(source, at) ? "\\," : ",";
    default:
      return character;
  }
}

/** Signs of footnotes, which KaTeX knows as commands. */
const footnoteSigns: ReadonlyMap<string, string> = new Map([
  ["§", "S"],
  ["†", "dagger"],
  ["‡", "ddagger"],
]);

/** Removes each `\left` and `\right` without a partner, because KaTeX refuses them. */
function pairDelimiters(pieces: string[]): string[] {
  const open: number[] = [];
  const dropped = new Set<number>();
  const isDelimiter = (next: string | undefined): boolean =>
    next !== undefined &&
    /^(?:[()[\]|./<>]|\\[{}|]|\\(?:l|r)?(?:vert|Vert|angle|ceil|floor)|\\langle|\\rangle)/.test(
      next,
    );
  pieces.forEach((text, index) => {
    if (text !== "\\left" && text !== "\\right") return;
    const next = pieces.slice(index + 1, index + 3).find((value) => value.trim() !== "");
    if (!isDelimiter(next)) dropped.add(index);
    else if (text === "\\left") open.push(index);
    else if (open.pop() === undefined) dropped.add(index);
  });
  for (const index of open) dropped.add(index);
  return pieces.filter((_, index) => !dropped.has(index));
}

/** Joins pieces; a command gets a space before a letter that would become part of its name. */
function join(pieces: readonly string[]): string {
  let out = "";
  let afterName = false;
  for (const text of pieces) {
    if (afterName && /^[A-Za-z]/.test(text)) out += " ";
    out += text;
    afterName = /^\\[A-Za-z]+$/.test(text);
  }
  return out;
}

/**
 * Rebuilds the LaTeX of a formula from what is left of it: command names get their backslash back,
 * glued words are cut, visible braces, norms and thin spaces are recognised. It does not invent
 * anything that was lost.
 */
export function rebuild(source: string, costs: RunCosts): Rebuilt {
  const braces = readBraces(source);
  const norms = normBars(source);
  const out: string[] = [];
  const groups: number[] = [];
  let lossy = false;
  let previous = "";
  let plainGroup = -1;
  for (const match of source.matchAll(piece)) {
    const text = match[0];
    const at = match.index;
    if (/^[A-Za-z]/.test(text)) {
      const place =
        previous === "^" || previous === "_" ? runPlace.script : (groups.at(-1) ?? runPlace.line);
      const isPlain = plainGroup >= 0 || previous === "\\rm";
      const next = source[at + text.length] ?? "";
      const isLabel = previous === "{" && next === "}" && place === runPlace.scriptGroup;
      // `min mathbb N` was `m\in \mathbb N`: a set follows, and no minimum of one.
      const isElement =
        text === "min" && /^\s*math(?:bb|cal|bf|frak)/.test(source.slice(at + 3, at + 12));
      const isFont = previous === "{" && fonts.has(text) && /[\s\\]/.test(next);
      const pieces = isFont
        ? [`\\${text}`]
        : isElement
          ? ["m", "\\in"]
          : isPlain
            ? [...text]
            : cutRun(text, place, isLabel, costs);
      out.push(...pieces);
      previous = pieces.at(-1) ?? "";
      continue;
    }
    if (text === "{" || text === "}") {
      const kind = braces[at] ?? brace.group;
      if (text === "{") {
        if (kind === brace.argumentOfLostWrapper) lossy = true;
        if (textWrappers.has(previous) && plainGroup < 0) plainGroup = groups.length;
        groups.push(previous === "^" || previous === "_" ? runPlace.scriptGroup : runPlace.group);
      } else {
        groups.pop();
        if (groups.length <= plainGroup) plainGroup = -1;
      }
      out.push(kind === brace.visible ? `\\${text}` : text);
      previous = text;
      continue;
    }
    const greek = greekLetterCommand.get(text) ?? footnoteSigns.get(text);
    if (greek !== undefined) out.push(`\\${greek}`);
    else if (text === "|" && norms.has(at)) out.push("\\|");
    else if (text.length === 1 && text.trim() !== "") out.push(signOf(source, at, text));
    else out.push(text);
    if (text.trim() !== "") previous = text;
  }
  return { latex: join(pairDelimiters(out)).trim(), lossy };
}
