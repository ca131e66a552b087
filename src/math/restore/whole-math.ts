/** A formula whose delimiters are still there. */
export interface WholeMath {
  readonly start: number;
  readonly end: number;
  /** What is between the delimiters, trimmed. */
  readonly latex: string;
  readonly display: boolean;
  readonly delimiter: "$" | "$$" | "\\(" | "\\[";
}

/** Longer text between two dollars counts as prose. */
const longest = 2000;

/** Whether the text between two dollar signs is a formula instead of money or prose. */
export function isFormula(content: string, after: string): boolean {
  if (content.trim() === "" || content.length > longest || /\n\s*\n/.test(content)) return false;
  const hasTeX = /[\\^_{}]/.test(content);
  if (/^\s|\s$/.test(content) && !hasTeX && !/[A-Za-z]\s*[=<>]/.test(content)) return false;
  if (/^\d/.test(content) && !hasTeX) {
    if (/^[\d.,]+\s?[kKMBT]$/.test(content)) return false;
    if (/[A-Za-z]{2}/.test(content)) return false;
    if (/\d/.test(after) && /(?:[-–—/,~]|^\d[\d.,]*[kKMBT]?)\s*$/.test(content)) return false;
  }
  const prose = content.replace(/\\[A-Za-z]+\s*(?:\{[^{}]*\})?/g, " ").match(/[A-Za-z]{3,}/g) ?? [];
  return prose.length <= (hasTeX ? 4 : 1);
}

/** How many dollars may be in the words of one formula. */
const mostNested = 8;

/** Whether the beginning of a formula ends in the argument of `\text` and the like, where dollars nest. */
export function endsInWords(content: string): boolean {
  let closed = 0;
  for (let at = content.length - 1; at >= 0; at -= 1) {
    const character = content.charAt(at);
    if (character !== "{" && character !== "}") continue;
    if (content.charAt(at - 1) === "\\") continue;
    if (character === "}") closed += 1;
    else if (closed > 0) closed -= 1;
    else if (/\\(?:text[a-z]*|[mhf]box|intertext)\s?$/.test(content.slice(0, at).slice(-16)))
      return true;
  }
  return false;
}

/** The dollar that closes a formula with formulas in its words: `$\text{if $x$ holds}$`. */
function afterWords(
  text: string,
  inner: number,
  first: number,
  closing: (delimiter: string, from: number) => number,
): number {
  let at = first;
  for (let nested = 0; at >= 0 && nested < mostNested; nested += 1) {
    if (at - inner > longest) return -1;
    if (!endsInWords(text.slice(inner, at))) return at;
    at = closing("$", at + 1);
  }
  return at;
}

const openers = /\\[([]|\$\$?/g;

/**
 * Finds the intact formulas of a text: `$…$`, `$$…$$`, `\(…\)` and `\[…\]`, in order. Amounts of
 * money and single dollars are not formulas. Linear in the text's length.
 */
export function findWholeMath(text: string): WholeMath[] {
  const found: WholeMath[] = [];
  // The last answer still holds until it is passed; nothing is looked for twice.
  const ahead = new Map<string, number>();
  const closing = (delimiter: string, from: number): number => {
    const known = ahead.get(delimiter);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    let at = text.indexOf(delimiter, from);
    while (text[at - 1] === "\\" && delimiter.startsWith("$")) {
      at = text.indexOf(delimiter, at + 1);
    }
    ahead.set(delimiter, at);
    return at;
  };
  openers.lastIndex = 0;
  for (let match = openers.exec(text); match !== null; match = openers.exec(text)) {
    const [open] = match;
    const start = match.index;
    if (text[start - 1] === "\\") continue;
    const inner = start + open.length;
    const close = open === "\\(" ? "\\)" : open === "\\[" ? "\\]" : open;
    const first = closing(close, inner);
    const last = open === "$" ? afterWords(text, inner, first, closing) : first;
    // What was looked for beyond it is not the next one.
    if (last !== first) ahead.set(close, first);
    const at = last < 0 ? first : last;
    if (at < 0) continue;
    if (at - inner > longest && open !== "$") continue;
    const content = text.slice(inner, at);
    const end = at + close.length;
    const isMath =
      open === "$"
        ? isFormula(content, text.slice(end, end + 1)) && text[at + 1] !== "$"
        : content.trim() !== "";
    if (!isMath) continue;
    found.push({
      start,
      end,
      latex: content.trim(),
      display: open === "$$" || open === "\\[",
      delimiter: open === "$" || open === "$$" ? open : open === "\\(" ? "\\(" : "\\[",
    });
    openers.lastIndex = end;
  }
  return found;
}
