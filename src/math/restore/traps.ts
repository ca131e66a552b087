import { commandClass } from "./commands.ts";
import type { Extent } from "./extent.ts";

/**
 * Whether a span only looks like a formula: the numeral of a list (`i) the first`), the letter of `4D` or `GPT-4o`, a
 * capital of a bold name (`{S}ignal {P}reservation`), a footnote (`available^5`), or `int D`, which has no
 * differential.
 */
export function isTrap(text: string, { start, end }: Extent): boolean {
  const source = text.slice(start, Math.min(end, start + 8));
  const before = text.slice(Math.max(0, start - 16), start);
  const after = text.slice(end, end + 1);
  if (end - start > 6) return false;
  if (/^[ivxa-c]$/.test(source) && /(?:^|[\s.,;:])$/.test(before) && after === ")") return true;
  if (/^[A-Za-z]$/.test(source) && /\d$/.test(before)) return true;
  if (/^\{[A-Z]\}$/.test(source) && /[a-z]/.test(after)) return true;
  if (/^int ?[A-Za-z]$/.test(source)) return true;
  const word = /(?:^|[^A-Za-z])([a-z]{4,})$/.exec(before)?.[1];
  return (
    /^\^\d+$/.test(source) && word !== undefined && !commandClass.has(word) && !/[\w-]/.test(after)
  );
}
