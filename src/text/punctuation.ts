/** Replaces TeX's quotes, dashes and ties in prose with the characters that they print. */

/** The longest quotation, in characters. */
const longestQuote = 600;

// Two closing quotes where the first should open; after a letter they are primes.
const closingBoth = /(?<![\p{L}\p{N}'`)\]}])''(?=[\p{L}\p{N}])([^'`]{1,200})''(?!')/gu;

// `\lq\lq …\rq\rq`.
const twoSingle = /‘‘([^‘’]{1,200})’’/g;

/** ``…'', ``…" and ''…'' become “…”, `…' becomes ‘…’. A backtick that opens Markdown code stays. */
export function texQuotes(given: string): string {
  const text = given.replace(closingBoth, "“$1”").replace(twoSingle, "“$1”");
  if (!text.includes("`")) return text;
  const double = new RegExp(`(?<!\`)\`\`(?!\`)([^\`“]{1,${longestQuote}}?)(?:''|"|”)`, "g");
  const single = new RegExp(
    String.raw`(?<![${"`"}\p{L}\p{N}])${"`"}(?![${"`"}\s])([^${"`"}\n]{1,${longestQuote}}?)'(?![\p{L}\p{N}'])`,
    "gu",
  );
  // The inner ones first, so that no backtick is left in the outer ones.
  return text
    .replace(single, (_, quoted: string) => `‘${quoted}’`)
    .replace(double, (_, quoted: string) => `“${quoted}”`);
}

/**
 * `--` and `---` between words, numbers or spaces; a flag such as `--help` stays, and so do an
 * arrow, a comment of HTML and the rule of a table.
 */
export function texDashes(text: string): string {
  return text
    .replace(/(?<![-!|<])---(?![-|>])/g, "—")
    .replace(/(?<![-!|<])--(?![-|>])/g, (all, at: number, whole: string) => {
      const before = whole[at - 1] ?? " ";
      const after = whole[at + 2] ?? " ";
      return /\s/.test(before) && /[\p{L}\p{N}]/u.test(after) ? all : "–";
    });
}

/** A tie (`Fig.~1`, `et al.~2020`) becomes a space; an approximation (`~10`) and a path stay. */
export function texTies(text: string): string {
  return text.replace(
    /(?<=[\p{L}.,;:)\]}”’\uFFFC\uFDD1\uFDD3])~(?=[\p{L}\p{N}\\({[“‘\uFFFC\uFDD0\uFDD2])|(?<=[\p{N}%])~(?=[\p{L}(\uFFFC\uFDD0\uFDD2])|(?<=[–—])~|~(?=[–—])/gu,
    " ",
  );
}
