import { endOfTag, nameOfTag, startOfTag, verbatim } from "./html-tags.ts";

/** Elements that this site shows as blocks, beside and in which no browser shows white space. */
const blocks = new Set(
  `html head body title meta link base main header footer nav article section aside div h1 h2 h3 h4 h5 h6 p pre hr
   address blockquote figure figcaption form fieldset legend dl dt dd ol li summary option optgroup table caption
   colgroup col thead tbody tfoot tr th td circle path rect line`.split(/\s+/),
);

/** Elements with no white space to see at the edges of what is in them, but beside them: some are in a line of text. */
const blocksInside = new Set(["ul", "details", "select", "button", "svg"]);

/** Fields, in which anything may be written. */
const fields = new Set(["input", "textarea", "pre"]);

/**
 * Characters of scripts that are written from right to left, by their first unit if they have two, and references that may
 * be some.
 */
const maybeRightToLeft =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\ud802\ud803\ud83a\ud83b]|&(?:rlm|#(?!(?:3[489]|60|62|x2[267]|x3[CEce]);))/;

const direction = ' dir="auto"';

/**
 * The HTML of a page in fewer bytes, which browsers, search engines and screen readers take for the same: without white
 * space that nobody sees, and without `dir="auto"` if no text of the page could be from right to left. Fields keep it,
 * since nobody knows what will be written there.
 */
export function compactPage(html: string): string {
  let made = "";
  /** Where what is not in `made` yet begins. */
  let from = 0;
  const leaveOut = (start: number, end: number) => {
    made += html.slice(from, start);
    from = end;
  };
  /** Whether white space would not be seen here, and whether some was left out that may be seen. */
  let isEdge = true;
  let isDue = false;
  let directed = maybeRightToLeft.test(html) ? -1 : html.indexOf(direction);
  let at = 0;
  while (at < html.length) {
    const start = startOfTag(html, at);
    if (start > at) {
      const [first, last] = textBetween(html, at, start);
      if (first > at) {
        leaveOut(at, first);
        isDue = true;
      }
      at = start;
      if (first >= last) continue;
      if (isDue && !isEdge) {
        leaveOut(first, first);
        made += " ";
      }
      isEdge = false;
      isDue = last < start;
      if (isDue) leaveOut(last, start);
      continue;
    }
    const isEnd = html.charCodeAt(at + 1) === 47;
    const name = nameOfTag(html, isEnd ? at + 2 : at + 1);
    // Nobody sees a script, so white space on both sides of it is one.
    if (name !== "script") {
      const isBlock = blocks.has(name);
      const isInside = !isBlock && blocksInside.has(name);
      if (isDue && !isEdge && !isBlock && !(isInside && isEnd)) {
        leaveOut(at, at);
        made += " ";
      }
      isDue = false;
      isEdge = isBlock || (isInside && !isEnd);
    }
    const end = endOfTag(html, at);
    while (directed >= 0 && directed < end) {
      // In a text, it is none, and in single quotation marks, it could be a part of one.
      const isOne = directed > at && !fields.has(name) && !html.slice(at, directed).includes("'");
      if (isOne) leaveOut(directed, directed + direction.length);
      directed = html.indexOf(direction, directed + direction.length);
    }
    at = end;
    if (isEnd || !verbatim.has(name)) continue;
    const close = html.indexOf(`</${name}`, at);
    at = close < 0 ? html.length : close;
  }
  leaveOut(html.length, html.length);
  return made;
}

/** Where a text begins and ends without the white space around it; both are the end if it is nothing else. */
function textBetween(html: string, start: number, end: number): [first: number, last: number] {
  let [first, last] = [start, end];
  while (first < last && isSpace(html.charCodeAt(first))) first += 1;
  while (last > first && isSpace(html.charCodeAt(last - 1))) last -= 1;
  return [first, last];
}

/** Whether HTML takes a character for white space. */
function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13 && code !== 11);
}
