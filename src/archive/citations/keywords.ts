import { oneLine } from "./citation.ts";
import { textAsLatex } from "./latex.ts";
import { withoutTags } from "./texts.ts";

// All of these take text without character references, whose semicolons divide nothing.

/** One keyword a field of RIS, or several with semicolons, lines or, in a single field, commas between them. */
export function keywordsOfRis(fields: readonly string[]): string[] {
  const words = fields.flatMap((field) => field.split(/[\n;]/));
  return words.length === 1 ? words.flatMap((word) => word.split(",")) : words;
}

/** The keywords of CSL, which are one text. */
export function keywordsOfCsl(text: string): string[] {
  return text.split(/[,;\n]/);
}

/**
 * Keywords of BibTeX between commas, semicolons and the like; slashes and lines count where nothing else
 * does. As in biblatex, braces protect what is in them. The braces stay.
 */
export function keywordsOfBibtex(value: string): string[] {
  const text = withoutOuterBraces(value.trim());
  const words = divided(text, /[,;|•、，；]|\\sep(?![A-Za-z])/g);
  if (words.length > 1) return words;
  const lines = divided(text, /[\r\n]+| \/ /g);
  if (lines.length > 1) return lines;
  // One slash may be part of a word, as in "A/B testing".
  // So may one of HTML: `CO<sub>2</sub> of <i>E. coli</i>`.
  const parts = divided(text, /(?<!<)\/(?!>)/g);
  return parts.length > 2 ? parts : [text];
}

/** The parts between separators that are outside of braces. */
function divided(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let at = 0;
  for (const { 0: found, index } of outsideBraces(text).matchAll(separator)) {
    parts.push(text.slice(at, index));
    at = index + found.length;
  }
  return [...parts, text.slice(at)];
}

/** A text of the same length, without what is in braces. */
function outsideBraces(text: string): string {
  let depth = 0;
  return text.replace(/\\[{}]|[\s\S]/g, (part) => {
    if (part === "}") depth = Math.max(0, depth - 1);
    const shown = depth === 0 ? part : "-".repeat(part.length);
    if (part === "{") depth += 1;
    return shown;
  });
}

/** Some programs put a value into braces twice. */
function withoutOuterBraces(text: string): string {
  const isWrapped = /^\{-*\}$/.test(outsideBraces(text));
  return isWrapped ? withoutOuterBraces(text.slice(1, -1).trim()) : text;
}

/** Keywords as a value of BibTeX, each of which is read as one. */
export function keywordsAsLatex(keywords: readonly string[]): string {
  const written = keywords.map((keyword) => {
    const latex = textAsLatex(oneLine(keyword));
    return keywordsOfBibtex(`${latex},`).length === 2 ? latex : `{${latex}}`;
  });
  const value = written.join(", ");
  // A comma at the end says that the slashes of a single keyword divide nothing.
  return keywordsOfBibtex(value).length === written.length ? value : `${value},`;
}

/** Keywords for RIS or CSL. */
export interface PlainKeywords {
  /** One keyword each. */
  written: string[];
  /** The list in JSON, for `extras`, if readers of the format would divide it in another way. */
  unclear: string | undefined;
}

/** Keywords for a format, given how its readers divide them. */
export function plainKeywords(
  keywords: readonly string[] = [],
  read: (keywords: readonly string[]) => readonly string[],
): PlainKeywords {
  const lines = keywords.map(oneLine);
  const written = lines.map(withoutTags);
  const words = lines.length > 0 ? read(lines).map((word) => word.trim()) : [];
  const isClear = words.join("\n") === lines.join("\n");
  return { written, unclear: isClear ? undefined : JSON.stringify(written) };
}
