import { commandClass } from "./commands.ts";

// Adjusts the ends of the tagger's spans, so that they include the brackets of the formula but not
// those of the sentence around it.

/** A part of a text: the offset of its first character, and the offset after its last. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

const partner: ReadonlyMap<string, string> = new Map([
  [")", "("],
  ["]", "["],
  ["}", "{"],
]);
const openingBrackets = new Set(partner.values());
const round = (character: string): string => (character === "[" ? "(" : character);

/** The offsets of the brackets in a span that have no partner in it. */
function unpaired(text: string, { start, end }: Extent): { opens: number[]; closes: number[] } {
  const opens: number[] = [];
  const closes: number[] = [];
  for (let at = start; at < end; at += 1) {
    const character = text[at] ?? "";
    if (text[at - 1] === "\\") continue;
    if (openingBrackets.has(character)) opens.push(at);
    const open = partner.get(character);
    if (open === undefined) continue;
    const last = opens.at(-1);
    // Half-open intervals pair `[` with `)`.
    if (last !== undefined && round(text[last] ?? "") === round(open)) opens.pop();
    else closes.push(at);
  }
  return { opens, closes };
}

/** How far outside a span to look for the partner of a bracket. */
const reach = 24;

/** A formula has no words of four letters, except for the names of commands. */
const hasWord = (text: string): boolean =>
  (text.match(/[A-Za-z]{4,}/g) ?? []).some((word) => !commandClass.has(word));

/** A pair with its own parentheses, such as `(L^p, L^q)`. */
function isTuple(text: string, { start, end }: Extent): boolean {
  if (text[start - 1] !== "(" || text[end] !== ")" || end - start > 40) return false;
  if (!/[\s({~]/.test(text[start - 2] ?? " ")) return false;
  return /^[^()[\]{}=<>]+,[^()[\]=<>]+$/.test(text.slice(start, end));
}

/** Trims white space, then adds or removes brackets at the ends so that they match. */
export function settleBrackets(text: string, extent: Extent): Extent {
  let { start, end } = extent;
  for (let round = 0; round < 4; round += 1) {
    while (start < end && /\s/.test(text[start] ?? "")) start += 1;
    while (start < end && /\s/.test(text[end - 1] ?? "")) end -= 1;
    const { opens, closes } = unpaired(text, { start, end });
    const open = opens.at(-1);
    const close = closes[0];
    if (open === undefined && close === undefined) break;
    if (close !== undefined) {
      const wanted = partner.get(text[close] ?? "") ?? "";
      if (text[start - 1] === wanted && /[A-Za-z}\d]/.test(text[start - 2] ?? "")) {
        // `O(n)` if only `n)` was marked.
        start -= 1;
        while (/[A-Za-z]/.test(text[start - 1] ?? "") && end - start < 400) start -= 1;
      } else if (close === end - 1) end -= 1;
      else if (text[start - 1] === wanted) start -= 1;
      else break;
    } else if (open !== undefined) {
      const character = text[open] ?? "";
      const tail = text.slice(end, end + reach);
      const ahead = character === "{" ? tail.indexOf("}") : tail.search(/[)\]]/);
      if (ahead === 0 || (character === "{" && ahead > 0)) end += ahead + 1;
      else if (open === start) start += 1;
      else if (open === end - 1) end -= 1;
      else if (ahead > 0 && !hasWord(tail.slice(0, ahead))) end += ahead + 1;
      else break;
    }
  }
  if (isTuple(text, { start, end })) return { start: start - 1, end: end + 1 };
  return { start, end };
}
