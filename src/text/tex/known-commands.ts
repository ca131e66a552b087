import { isOfFormulas } from "./bare-formula.ts";
import {
  manyArguments,
  reference,
  silent,
  sizes,
  spaces,
  unprinted,
  wrappings,
} from "./commands.ts";
import type { TexNode } from "./parse-tex.ts";
import { abbreviations, accents, letters, mathSymbols, symbolOf } from "./table.ts";

/** What a backslash and one other character print. */
export const escaped: ReadonlyMap<string, string> = new Map([
  ...[..."%&#_{}", "$"].map((character) => [character, character] as const),
  ...[..." ,;:>\n"].map((character) => [character, " "] as const),
  ...[..."!-@/"].map((character) => [character, ""] as const),
]);

/** Whether a group that begins with a command is TeX. */
export function isKnown(name: string, source: string, next: TexNode | undefined): boolean {
  const isPlain =
    escaped.has(name) ||
    letters.has(name) ||
    symbolOf(name) !== undefined ||
    [abbreviations, mathSymbols, wrappings, manyArguments].some((table) => table.has(name)) ||
    [sizes, silent, spaces, unprinted].some((names) => names.has(name)) ||
    reference.test(name) ||
    isOfFormulas(name) ||
    /^(?:begin|end|url|href|verb)$/.test(name);
  if (isPlain || !(accents.has(name) || name === "t")) return isPlain;
  return (
    next !== undefined &&
    (next.kind !== "text" || /^\s*\p{L}/u.test(source.slice(next.start, next.start + 9)))
  );
}
