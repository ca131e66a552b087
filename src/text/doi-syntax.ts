/** Why a DOI cannot be read, as the end of a sentence. */
export interface UnreadDoi {
  fault: string;
}

/** Where a DOI was found. */
export interface DoiPlace {
  /** The text before it, for brackets that open there. */
  before: string;
  /** Whether the text is nothing but the DOI, so that only its ends may be somebody else's. */
  inField: boolean;
}

const prefix = /(?<!\d|\d\.)10\.\d{4,9}(?:\.\d{1,9}){0,5}\//;

/** The offset of the first prefix of a DOI, with its slash. */
export function doiStart(text: string): number | undefined {
  return prefix.exec(text)?.index;
}

const closers: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{", ">": "<" };

// Tags after a DOI. The title code of a SICI (`<391::AID-…>`) is none.
const tag =
  /<(?:\/[a-z][\w:-]*|(?:a|abbr|b|br|cite|code|div|em|font|h\d|i|img|li|p|script|small|span|strong|sub|sup|td|th|tr|u|ul|wbr)(?=[\s>/]|$))[^<]*/i;

/**
 * The DOI at the start of a text without white space, where escapes are undone: without the
 * punctuation, brackets and tags that follow it. A DOI that seems to be cut is a fault.
 */
export function wholeDoi(word: string, place: DoiPlace): { doi: string } | UnreadDoi {
  const own = withoutBraces(beforeNext(word), place);
  const markup = tag.exec(own);
  const rest = markup ? own.slice(markup.index).replace(new RegExp(tag, "gi"), "") : "";
  if (markup && !markup[0].startsWith("</") && /[\w]/.test(rest + afterTag(markup[0]))) {
    return { fault: "it has a tag in it" };
  }
  const doi = withoutTail(markup ? own.slice(0, markup.index) : own);
  const suffix = doi.slice(doi.indexOf("/") + 1);
  if (!prefix.test(doi) || suffix === "") return { fault: "nothing follows its prefix" };
  if (doi.includes("\\")) return { fault: "it has TeX in it that is not known" };
  if (/[\p{Cc}{}]/u.test(doi)) return { fault: "it has a brace in it" };
  return isCut(doi) ? { fault: "its end is missing" } : { doi };
}

function afterTag(markup: string): string {
  return /^<(?:br|p|\/)/i.test(markup) ? "" : markup.replace(/^[^>]*>?/, "");
}

/** The text up to another DOI that follows after a comma, and up to a bracket from before it. */
function beforeNext(word: string): string {
  const next = /(?:[,;|]|\]\()(?=https?:\/\/|doi:|10\.\d{4,9}\/)/i.exec(word);
  return next ? word.slice(0, next.index) : word;
}

/** Braces group in TeX, and belong to no DOI; one that was opened before the DOI ends it. */
function withoutBraces(word: string, { before, inField }: DoiPlace): string {
  let text = "";
  const open: string[] = [];
  for (const sign of word) {
    const opener = closers[sign];
    if (Object.values(closers).includes(sign)) open.push(sign);
    else if (opener !== undefined) {
      const at = open.lastIndexOf(opener);
      if (at >= 0) open.splice(at, 1);
      else if (sign === "}" || (!inField && isOpen(before, opener, sign))) return text;
    } else if (sign === "'" && before.endsWith("'") && !inField) return text;
    if (sign !== "{" && sign !== "}") text += sign;
  }
  // A brace that is not closed: the rest may be anything.
  return open.includes("{") && !inField ? `${text}\\` : text;
}

function isOpen(before: string, opener: string, closer: string): boolean {
  return before.split(opener).length > before.split(closer).length;
}

/** A DOI without punctuation at its end, and without a bracket that closes none of its own. */
function withoutTail(doi: string): string {
  const count = (sign: string) => doi.split(sign).length - 1;
  const surplus = new Map(
    Object.entries(closers).map(([closer, opener]) => [closer, count(closer) - count(opener)]),
  );
  let end = doi.length;
  for (; end > 0; end -= 1) {
    const last = doi.charAt(end - 1);
    const over = surplus.get(last);
    if (over === undefined ? !/[.,;:!?'’…*/&|]/.test(last) : over <= 0) break;
    if (over !== undefined) surplus.set(last, over - 1);
  }
  return doi.slice(0, end);
}

const sici = /^[^/]+\/\(SICI\)/i;
const siciEnd = /<[^<>]*>\d+\.\d+\.[A-Z]{2};\d-[A-Z0-9#]$/i;

/** Whether a SICI DOI was cut, or a bracket in angles. */
function isCut(doi: string): boolean {
  if (sici.test(doi)) return !siciEnd.test(doi);
  return doi.split("<").length > doi.split(">").length || /;\d-$/.test(doi);
}
