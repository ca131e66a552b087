import { singleBackslashes } from "../../../text/tex/doubled-backslashes.ts";
import { caseBraces } from "./texts.ts";

/** What divides words, unless it is the sign of an accent: `\~`. Dollars show that a word is none. */
const divides = /[^\p{L}\p{M}\p{N}\\{}$]/u;

/**
 * The words of a title, with their TeX, of which braces protect a capital letter. Braces around the
 * whole title say nothing about a word.
 */
export function protectedWords(title: string): string[] {
  if (!title.includes("{")) return [];
  const value = singleBackslashes(withoutOuterBraces(title.trim()));
  const braces = new Set(caseBraces(value));
  const words: string[] = [];
  let depth = 0;
  // In the braces of commands, as in `Erd{\H o}s`.
  let inTex = 0;
  let word = "";
  let isProtected = false;
  for (let at = 0; at <= value.length; at += 1) {
    const character = value.charAt(at);
    const isEscaped = value.charAt(at - 1) === "\\";
    if (braces.has(at)) {
      depth += character === "{" ? 1 : -1;
      continue;
    }
    if (!isEscaped && character === "{") inTex += 1;
    if (!isEscaped && character === "}") inTex -= 1;
    if (character === "" || (divides.test(character) && !isEscaped && inTex === 0)) {
      // A formula has letters, but no words.
      if (isProtected && !/\$|\\\(/.test(word)) words.push(word);
      word = "";
      isProtected = false;
    } else {
      word += character;
      isProtected ||= depth > 0 && /\p{Lu}/u.test(character);
    }
  }
  return words;
}

function withoutOuterBraces(value: string): string {
  let depth = 0;
  for (const { 0: sign, index } of value.matchAll(/\\[\s\S]|[{}]/g)) {
    if (sign === "{") depth += 1;
    if (sign === "}") depth -= 1;
    if (depth > 0) continue;
    const isWhole = value.startsWith("{") && index === value.length - 1;
    return isWhole ? withoutOuterBraces(value.slice(1, -1).trim()) : value;
  }
  return value;
}
