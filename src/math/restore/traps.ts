import { commandClass } from "./commands.ts";
import type { Extent } from "./extent.ts";

/** Words that begin sentences: "in R. Moreover, we". */
const openers =
  /^(?:Moreover|Furthermore|Then|Hence|Finally|However|Thus|Therefore|Consequently|Here|Also|Indeed|Besides|Additionally|Specifically|Namely|Next|First|Second|Third|Conversely|Similarly|Recently|Notably|Further|Surprisingly|Interestingly|Unfortunately|Nevertheless|Nonetheless|Alternatively|Accordingly|Subsequently|Previously|Crucially|Importantly|Remarkably|Empirically|Theoretically|Experimentally|Instead|Now|So|Still|Yet|Lastly|Overall|Together|Motivated|Inspired|Using|As|In|For|With|By|To|On|At|From|When|While|If|Since|Although|Unlike|Under|Given|Our|We|This|These|That|The|A|An|It|Its|They|Such|Each|Both|All|Some|Most|Results|Experiments)$/;

/** The letter before `. Lerner, F. Nazarov` is the first name of an author. */
function isInitial(text: string, end: number): boolean {
  const after = text.slice(end, end + 40);
  const name =
    /^\.\s?(?:[A-Z]\.\s?)*([A-Z][A-Za-z'{}\\"`^\u00c0-\u024f-]+)(?:,|\.|'s|\s\[|\sand\s|\set\s)/.exec(
      after,
    );
  return name?.[1] !== undefined && !openers.test(name[1]);
}

/**
 * Whether a span only looks like a formula: the numeral of a list (`i) the first`), the letter of `4D` or `GPT-4o`, a
 * capital of a bold name (`{S}ignal {P}reservation`), a footnote (`available^5`), or `int D`, which has no
 * differential.
 */
export function isTrap(text: string, { start, end }: Extent): boolean {
  const source = text.slice(start, Math.min(end, start + 8));
  const before = text.slice(Math.max(0, start - 16), start);
  const after = text.slice(end, end + 1);
  // The version of a model: `OCRv5_server`.
  if (source.includes("_") && /[A-Za-z]{3}\d+_[a-z]{4,}$/.test(before + text.slice(start, end)))
    return true;
  // What is left of a reference: `eq_main`, `\cite[Theorem F]{MR3}`.
  if (/^(?:eq|fig|sec|thm|lem|tab)_[a-z]/.test(source) || /^[A-Z]\]\{[A-Z]/.test(source))
    return true;
  // Optional letters of a name: `OP(S)D`, `(Q)LDPC`.
  if (/^[A-Z]{0,4}\([A-Za-z]\)$/.test(source) && /[A-Za-z]/.test(after)) return true;
  if (
    /^[A-Za-z]$/.test(source) &&
    before.endsWith("(") &&
    /^\)[A-Za-z]/.test(text.slice(end, end + 2))
  )
    return true;
  if (end - start > 6) return false;
  if (/^[ivxa-c]$/.test(source) && /(?:^|[\s.,;:])$/.test(before) && after === ")") return true;
  if (/^[A-Za-z]$/.test(source) && /\d$/.test(before)) return true;
  if (/^\{[A-Z]\}$/.test(source) && /[a-z]/.test(after)) return true;
  if (/^int ?[A-Za-z]$/.test(source)) return true;
  if (/^[A-Z]$/.test(source) && isInitial(text, end)) return true;
  const word = /(?:^|[^A-Za-z])([a-z]{4,})$/.exec(before)?.[1];
  return (
    /^\^\d+$/.test(source) && word !== undefined && !commandClass.has(word) && !/[\w-]/.test(after)
  );
}
