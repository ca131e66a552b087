/**
 * TeX that authors write in prose, outside formulas, as a table. Sources: the LaTeX2e special
 * characters, accents and symbols of Lamport's "LaTeX: A Document Preparation System" (2nd ed.,
 * sections 2.2 and 3.2), which is also the list that arXiv accepts in metadata
 * (https://info.arxiv.org/help/prep.html#accents). A table, not a TeX parser: what is not in it stays as
 * written, and a bare % is a percent sign.
 */

/** A mark's combining character, and the letters that European alphabets write with it. */
const accents: Record<string, { sign: string; on: RegExp }> = {
  '"': { sign: "\u0308", on: /[aeiouyAEIOUY]/ },
  "'": { sign: "\u0301", on: /[acegiklmnoprsuwyzACEGIKLMNOPRSUWYZ]/ },
  "`": { sign: "\u0300", on: /[aeinouwyAEINOUWY]/ },
  "^": { sign: "\u0302", on: /[aceghijosuwyzACEGHIJOSUWYZ]/ },
  "~": { sign: "\u0303", on: /[aeinouvyAEINOUVY]/ },
  "=": { sign: "\u0304", on: /[aegiouyAEGIOUY]/ },
  ".": { sign: "\u0307", on: /[bcdefghmnprstwxyzBCDEFGHIMNPRSTWXYZ]/ },
  u: { sign: "\u0306", on: /[aegiouAEGIOU]/ },
  v: { sign: "\u030C", on: /[acdeghijklnorstuzACDEGHIKLNORSTUZ]/ },
  H: { sign: "\u030B", on: /[ouOU]/ },
  c: { sign: "\u0327", on: /[cdeghklnrstCDEGHKLNRST]/ },
  d: { sign: "\u0323", on: /[a-zA-Z]/ },
  b: { sign: "\u0331", on: /[bdhklnrtzBDKLNRTZ]/ },
  k: { sign: "\u0328", on: /[aeiouAEIOU]/ },
  r: { sign: "\u030A", on: /[auwyAU]/ },
};

const letters: Record<string, string> = {
  aa: "å",
  AA: "Å",
  ae: "æ",
  AE: "Æ",
  dh: "ð",
  DH: "Ð",
  dj: "đ",
  DJ: "Đ",
  i: "ı",
  j: "ȷ",
  l: "ł",
  L: "Ł",
  ng: "ŋ",
  NG: "Ŋ",
  o: "ø",
  O: "Ø",
  oe: "œ",
  OE: "Œ",
  ss: "ß",
  SS: "ẞ",
  th: "þ",
  TH: "Þ",
  copyright: "©",
  dag: "†",
  ddag: "‡",
  dots: "…",
  ldots: "…",
  pounds: "£",
  textellipsis: "…",
  textemdash: "—",
  textendash: "–",
  textquoteright: "’",
  textquoteleft: "‘",
  textquotedblleft: "“",
  textquotedblright: "”",
  textbackslash: "\\",
  textasciitilde: "~",
  textasciicircum: "^",
  textregistered: "®",
  texttrademark: "™",
  LaTeX: "LaTeX",
  TeX: "TeX",
  S: "§",
  P: "¶",
};

/** Commands that stand for a sign, not a letter of a word: the blank behind one stays. */
const signs = new Set(
  ["copyright", "dag", "ddag", "dots", "ldots", "pounds", "LaTeX", "TeX", "S", "P"].concat(
    Object.keys(letters).filter((name) => name.startsWith("text")),
  ),
);

// `{\"o}`: the group around an accent is TeX's, not the text's.
const groupedAccent =
  /\{(\\(?:["'`^~=.]\s*(?:\{\s*\\?[A-Za-z]\s*\}|\\?[A-Za-z])|[uvHcdbkr](?:\s*\{\s*\\?[A-Za-z]\s*\}|\s+\\?[A-Za-z])))\}/g;
const symbolAccent = /\\(["'`^~=.])\s*(?:\{\s*(\\?[A-Za-z])\s*\}|(\\[ij](?![A-Za-z])|[A-Za-z]))/g;
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

/** Accents, letters and escaped signs of TeX as the characters that they stand for. */
export function unescapeTex(text: string): string {
  if (!text.includes("\\")) return text;
  return text
    .replace(escapedQuotes, '"$1"')
    .replace(groupedAccent, "$1")
    .replace(symbolAccent, accented)
    .replace(letterAccent, accented)
    .replace(command, (all, grouped?: string, bare?: string, tail = "") => {
      const name = grouped ?? bare ?? "";
      return (letters[name] ?? all) + (signs.has(name) && tail === " " ? " " : "");
    })
    .replace(/\\([%&#_${}])/g, "$1")
    .replace(/\\\\(?=\s|$)/g, " ")
    .replace(/\\(?:[ ,;:!]|\n)/g, " ")
    .replace(/\\[-@/]/g, "");
}

function accented(all: string, mark: string, braced?: string, bare?: string): string {
  const letter = (braced ?? bare ?? "").replace(/^\\/, "");
  const accent = accents[mark];
  if (!accent?.on.test(letter)) return all;
  return (letter + accent.sign).normalize("NFC");
}
