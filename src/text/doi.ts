import { doiInAddress } from "./doi-address.ts";
import { doiStart, type UnreadDoi, wholeDoi } from "./doi-syntax.ts";
import { percentDecoded, withoutEscapes } from "./id-escapes.ts";

/**
 * The one parser of DOIs. A DOI is a prefix (`10.1002`, `10.1000.10`) and a suffix of any printable
 * characters, or a short DOI (`10/abc`). It is read whole or not at all, because what is left of a
 * DOI that was cut may be another paper's. It keeps its case; compare DOIs by `doiKey`.
 */

/** What a field that claims to have a DOI has: the DOI, or why it cannot be read. */
export type DoiField = { doi: string } | UnreadDoi;

const label = /^(?:(?:info:|urn:)?doi(?:\.org)?[\s:=./~]*|(?:urn:)?hdl:\s*)/i;
const isAddress =
  /^(?:[a-z][a-z\d+.-]{1,15}:\/\/|\/\/|(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?::\d+)?\/)/i;
// In characters, with the escapes of programs.
const longest = 4000;
const shortDoi = /^10\/[a-z0-9]{3,12}$/i;

/** Reads a field of a DOI; undefined if it is empty. */
export function doiField(written: string): DoiField | undefined {
  if (written.length > longest) return { fault: "it is too long" };
  const text = withoutWrapping(withoutEscapes(written).trim());
  if (text === "") return undefined;
  const name = text.replace(label, "");
  const address = isAddress.test(text) ? text : name;
  if (isAddress.test(address)) {
    const [word = "", rest = ""] = splitAtSpace(address);
    if (!goesOn(word, rest)) return doiInAddress(word) ?? { fault: "it has no DOI" };
    return { fault: "it has a space in it" };
  }
  const plain = percentDecoded(name);
  const short = plain.replace(/[.,;]$/, "");
  if (shortDoi.test(short)) return { doi: short.toLowerCase() };
  const start = doiStart(plain);
  if (start === undefined) return { fault: 'it does not begin with "10." and a slash' };
  const [word = "", rest = ""] = splitAtSpace(plain.slice(start));
  if (goesOn(word, rest)) return { fault: "it has a space in it" };
  return wholeDoi(word, { before: plain.slice(0, start), inField: true });
}

/** The first DOI in a text that can be read whole: `doi:10.…`, an address, or the DOI itself. */
export function doiIn(written: string): string | undefined {
  if (!/10(?:\.\d|\/|%)/.test(written) && !/doid=|doi\.org\//i.test(written)) return undefined;
  const text = withoutEscapes(written);
  for (const { 0: mention, index } of text.matchAll(mentions)) {
    const before = text.slice(Math.max(0, index - 200), index);
    const found = isAddress.test(mention)
      ? doiInAddress(mention, before)
      : bareDoi(mention, before, text.charAt(index + mention.length));
    if (found && "doi" in found) return found.doi;
  }
  return undefined;
}

// White space and quotation marks end a DOI, and so does what ends a sentence in Chinese.
const character = String.raw`[^\s"“”„«»「」『』《》，。；、（）【】\u0060]`;
const mentions = new RegExp(
  [
    String.raw`(?:https?:)?\/\/${character}{4,4000}`,
    String.raw`(?<![\w.@/-])(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}\/${character}{4,4000}`,
    String.raw`(?<!\d|\d\.)10\.\d{4,9}(?:\.\d{1,9}){0,5}(?:\/|%(?:25)?2F)${character}{1,4000}`,
    String.raw`\bdoi[:\s]{1,3}10\/[a-z0-9]{3,12}(?![\w/.-])`,
  ].join("|"),
  "giu",
);

function bareDoi(mention: string, before: string, next: string): DoiField | undefined {
  const short = /10\/[a-z0-9]+$/i.exec(mention)?.[0];
  if (short !== undefined && shortDoi.test(short) && doiStart(mention) === undefined) {
    return { doi: short.toLowerCase() };
  }
  // A line that ends with a hyphen may have cut it.
  if (mention.endsWith("-") && /[\r\n]/.test(next)) return undefined;
  const [word = ""] = splitAtSpace(percentDecoded(mention));
  return wholeDoi(word, { before, inField: false });
}

/** A field without brackets, braces, quotation marks or a formula's dollars around all of it. */
function withoutWrapping(text: string): string {
  const pairs = ["()", "[]", "{}", "<>", "$$", '""', "''", "``", "“”"];
  const pair = pairs.find(
    ([open = "", close = ""]) => text.startsWith(open) && text.endsWith(close),
  );
  return pair !== undefined && text.length > 2 ? withoutWrapping(text.slice(1, -1).trim()) : text;
}

function splitAtSpace(text: string): [string, string] {
  const at = text.search(/\s/);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at).trim()];
}

/** Whether the words after a DOI may be a part of it: nothing sets them apart. */
function goesOn(word: string, rest: string): boolean {
  return (
    rest !== "" && !/[.,;]$/.test(word) && !/^(?:[([{<;,|]|https?:|doi\b|10\.\d|and\b)/i.test(rest)
  );
}

/** A DOI for comparison: case makes no difference. */
export function doiKey(doi: string): string {
  return doi.toLowerCase();
}

/** Whether it is a short DOI, which says nothing about the DOI that it stands for. */
export function isShortDoi(doi: string): boolean {
  return shortDoi.test(doi);
}
