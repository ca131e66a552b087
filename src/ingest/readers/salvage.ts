import type { SeedText } from "./reader.ts";

/**
 * Repair is worth trying if only the first characters are damaged. With larger damage, it would
 * take too long.
 */
const maxLength = 20_000_000;
const mostTrials = 16;

/**
 * Variants of a text whose beginning is damaged. The text before a record is replaced with spaces,
 * so that line numbers stay the same. There is a variant for each kind of object in JSON, because
 * without the start of the list it is unknown which objects are the records.
 */
export function* withoutBeginning({ path, text }: SeedText): Generator<SeedText & { at: number }> {
  if (text.length > maxLength) return;
  const names = new Set<string>();
  for (const match of text.matchAll(/\{\s*["']([\w:-]{1,40})["']\s*:/g)) {
    const [, name = ""] = match;
    if (names.has(name)) continue;
    if (names.add(name).size > mostTrials) return;
    const before = text.slice(0, match.index).replace(/[^\r\n]/g, " ");
    // The list's own beginning is lost.
    yield { path, text: `${before}[${text.slice(match.index)}`, at: match.index };
  }
}
