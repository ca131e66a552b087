import { greekLetterCommand } from "../greek-letters.ts";
import { commandClass, doubtfulNames } from "./commands.ts";
import type { Token } from "./tokens.ts";

/** The kind of a token, as coarse as the tagger needs it. The numbers are part of the weights. */
export const shape = {
  edge: 0,
  word: 1,
  capitalWord: 2,
  capitals: 3,
  mixed: 4,
  lowerLetter: 5,
  upperLetter: 6,
  article: 7,
  integer: 8,
  decimal: 9,
  caret: 10,
  underscore: 11,
  openBrace: 12,
  closeBrace: 13,
  openParenthesis: 14,
  closeParenthesis: 15,
  openBracket: 16,
  closeBracket: 17,
  relationSign: 18,
  plus: 19,
  hyphen: 20,
  slash: 21,
  asterisk: 22,
  comma: 23,
  stop: 24,
  colon: 25,
  quote: 26,
  percent: 27,
  bar: 28,
  backslash: 29,
  greekLetter: 30,
  address: 31,
  greekName: 32,
  strongName: 33,
  functionName: 34,
  doubtfulName: 35,
  delimiterName: 36,
  glued: 37,
  tilde: 38,
  dollar: 39,
  sign: 40,
  functionWord: 41,
  twoLower: 42,
  twoUpper: 43,
  exclamation: 44,
  wrapperName: 45,
} as const;

/** Which shapes belong to a set, as a table: 1 for those that do. Faster than a set. */
export function shapeTable(shapes: readonly number[]): Uint8Array {
  const table = new Uint8Array(64);
  for (const one of shapes) table[one] = 1;
  return table;
}

const ofCharacter: ReadonlyMap<string, number> = new Map([
  ["^", shape.caret],
  ["_", shape.underscore],
  ["{", shape.openBrace],
  ["}", shape.closeBrace],
  ["(", shape.openParenthesis],
  [")", shape.closeParenthesis],
  ["[", shape.openBracket],
  ["]", shape.closeBracket],
  ["=", shape.relationSign],
  ["<", shape.relationSign],
  [">", shape.relationSign],
  ["+", shape.plus],
  ["-", shape.hyphen],
  ["/", shape.slash],
  ["*", shape.asterisk],
  [",", shape.comma],
  [".", shape.stop],
  [":", shape.colon],
  [";", shape.colon],
  ["?", shape.colon],
  ["!", shape.exclamation],
  ["'", shape.quote],
  ['"', shape.quote],
  ["`", shape.quote],
  ["%", shape.percent],
  ["|", shape.bar],
  ["\\", shape.backslash],
  ["~", shape.tilde],
  ["$", shape.dollar],
]);

const functionWords: ReadonlySet<string> = new Set(
  `the of and for with is are be we that this from by on at as an or if then where when which let
  where all each every any some has have can may its it not than into over under per via using
  given such both these those their our your do does was were been but so no nor
  The Of And For With Is Are We That This From By On At As An Or If Then Where When Which Let`.split(
    /\s+/,
  ),
);

const gluable = [...commandClass.keys()].filter((name) => name.length >= 3);
const gluableSet: ReadonlySet<string> = new Set(gluable);

/**
 * A run such as `mlog`, `Oleft`, `nlogn`, `inftyto`: a command of three or more letters, with one
 * or two letters or another command before or after it.
 */
function isGlued(run: string): boolean {
  if (run.length < 4 || run.length > 24) return false;
  for (let cut = 1; cut < run.length; cut += 1) {
    const head = run.slice(0, cut);
    const tail = run.slice(cut);
    const headKnown = gluableSet.has(head);
    const tailKnown = gluableSet.has(tail);
    if ((headKnown && (tailKnown || tail.length <= 2 || isGlued(tail))) || (tailKnown && cut === 1))
      return true;
  }
  return false;
}

/**
 * A letter followed by a short relation: `Hin(0,1)`, `Nge5`, `tle`. English words of that form are
 * excluded.
 */
const shortGlue =
  /^(?:[B-HJ-Z](?:in|to|ge|le|ne|ll)|[b-hj-z](?:ge|le|ll)|[c-hj-lo-rtuvxyz]in|[c-fj-np-rx-z]to)$/;

function shapeOfRun(text: string): number {
  if (functionWords.has(text)) return shape.functionWord;
  const kind = commandClass.get(text);
  if (kind !== undefined) {
    if (doubtfulNames.has(text)) return shape.doubtfulName;
    if (kind === "greek") return shape.greekName;
    if (kind === "function") return shape.functionName;
    if (kind === "delimiter") return shape.delimiterName;
    if (kind === "wrapper") return shape.wrapperName;
    return shape.strongName;
  }
  if (shortGlue.test(text)) return shape.glued;
  const lower = text.toLowerCase();
  if (text === lower) {
    if (text.length === 2) return shape.twoLower;
    return isGlued(text) ? shape.glued : shape.word;
  }
  const upper = text.toUpperCase();
  if (text === upper) return text.length === 2 ? shape.twoUpper : shape.capitals;
  if (isGlued(text)) return shape.glued;
  return text.slice(1) === lower.slice(1) ? shape.capitalWord : shape.mixed;
}

/** The shape of a token, judged by its text only. */
export function shapeOf(token: Token): number {
  if (token.address) return shape.address;
  const text = token.text;
  const code = text.charCodeAt(0);
  const isLatin = (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  if (text.length === 1) {
    if (isLatin) {
      if (text === "a" || text === "A" || text === "I") return shape.article;
      return code >= 97 ? shape.lowerLetter : shape.upperLetter;
    }
    if (code >= 48 && code <= 57) return shape.integer;
    return ofCharacter.get(text) ?? (greekLetterCommand.has(text) ? shape.greekLetter : shape.sign);
  }
  if (code >= 48 && code <= 57) return /[.,]/.test(text) ? shape.decimal : shape.integer;
  if (!isLatin) return text.length === 2 && code >= 0xd800 ? shape.sign : shape.mixed;
  return shapeOfRun(text);
}
