import { abbreviations, accents, grouped, letters, symbols } from "./tex-table.ts";

/**
 * TeX that authors write in prose, outside formulas. This uses tables and not a TeX parser:
 * anything that is not in them stays as written, and a plain % is a percent sign.
 */

// `{\"o}`: the group around an accent is TeX's, not the text's.
const groupedAccent =
  /\{(\\(?:["'`^~=.](?:\{\s*\\?[A-Za-z]\s*\}|\\?[A-Za-z])|[uvHcdbkr](?:\s*\{\s*\\?[A-Za-z]\s*\}|\s+\\?[A-Za-z])))\}/g;
// `\H o`: without the group, only braces show where the argument ends.
const blankArgument = /^(\\[uvHcdbkr])\s+(\\?[A-Za-z])$/;
const symbolAccent = /\\(["'`^~=.])(?:\{\s*(\\?[A-Za-z])\s*\}|(\\[ij](?![A-Za-z]) ?|[A-Za-z]))/g;
const letterAccent = /\\([uvHcdbkr])(?:\s*\{\s*(\\?[A-Za-z])\s*\}|\s+(\\?[A-Za-z])(?![A-Za-z]))/g;
const names = Object.keys(letters)
  .sort((a, b) => b.length - a.length)
  .join("|");
const command = new RegExp(
  String.raw`\{\\(${names})\}|\\(${names})(\{\}|(?![A-Za-z])(?: (?=\p{L}))?)`,
  "gu",
);
// Quotation marks that a program escaped: `\"text\"` around whole words.
const escapedQuotes = /(?<!\p{L})\\"([^"\\]{1,200})\\"(?!\p{L})/gu;

// An apostrophe that a program escaped, as in `query\'s`: no word ends in such an accented letter.
const escapedApostrophe = /(?<=\p{L})\\'(?=(?:s|t|d|m|re|ve|ll)?(?![\p{L}{\\]))/gu;
const group = /\{\\([A-Za-z]+)\}/g;
const abbreviation = new RegExp(
  String.raw`\\(${Object.keys(abbreviations).join("|")})(?![A-Za-z])(?:\{\}|\\)?(\.?)`,
  "g",
);

/** Replaces accents, letters and escaped characters of TeX with Unicode. */
export function unescapeTex(text: string): string {
  if (!text.includes("\\")) return text;
  return text
    .replace(escapedQuotes, '"$1"')
    .replace(escapedApostrophe, "'")
    .replace(group, (all, name: string) => (Object.hasOwn(grouped, name) && grouped[name]) || all)
    .replace(abbreviation, (_, name: string) => `${abbreviations[name]}.`)
    .replace(groupedAccent, (_, accent: string) => accent.replace(blankArgument, "$1{$2}"))
    .replace(symbolAccent, accented)
    .replace(letterAccent, accented)
    .replace(command, (all, grouped?: string, bare?: string, tail = "") => {
      const name = grouped ?? bare ?? "";
      return (letters[name] ?? all) + (symbols.has(name) && tail === " " ? " " : "");
    })
    .replace(/\\([%&#_${}])/g, "$1")
    .replace(/\\\\(?=\s|$)/g, " ")
    .replace(/\\(?:[ ,;:!]|\n)/g, " ")
    .replace(/\\[-@/]/g, "");
}

function accented(all: string, mark: string, braced?: string, bare?: string): string {
  const letter = (braced ?? bare ?? "").replace(/^\\/, "").trim();
  const accent = accents[mark];
  if (!accent?.on.test(letter)) return all;
  return (letter + accent.mark).normalize("NFC");
}
