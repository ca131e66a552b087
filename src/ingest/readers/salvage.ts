import type { SeedText } from "./reader.ts";

/**
 * A file of which only the first characters are damaged is worth trying; a larger one would take
 * long.
 */
const maxLength = 20_000_000;
const mostTrials = 16;

/**
 * Texts in the place of one whose beginning is damaged: what stands before a record is blank, so
 * that lines keep their numbers. Each kind of record that JSON may hold is tried, since of one whose
 * list is damaged nobody knows which objects are the records.
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
