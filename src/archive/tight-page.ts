import { endOfTag, nameOfTag, startOfTag, verbatim } from "./html-tags.ts";

/** A sign in the head of pages that are to be written in this form. Texts have no `<`, and attributes no quotation mark, so no paper has it. */
export const tightMark = '<!--"tight"-->';

/** After the end of an element, its end tag is not needed before these start tags and these end tags. */
interface Following {
  starts: ReadonlySet<string>;
  ends: ReadonlySet<string>;
}

const withoutEnd = new Map<string, Following>([
  ["li", following("li", "ul ol")],
  ["dt", following("dt dd", "")],
  ["dd", following("dt dd", "dl div")],
  ["option", following("option", "select")],
  [
    "p",
    following(
      "p div ul ol dl pre section article aside nav header footer main form fieldset figure details h1 h2 h3 h4 h5 h6 hr table blockquote",
      "div section article aside nav header footer main li dd blockquote details fieldset figure",
    ),
  ],
]);

function following(starts: string, ends: string): Following {
  return { starts: new Set(starts.split(" ")), ends: new Set(ends.split(" ")) };
}

/** A value that needs no quotation marks, up to the one at its end. */
const plainValue = /[^\s"'=<>`]+(?=")/y;

/**
 * The HTML of a page in fewer bytes, from which every parser makes the same document: without end tags and quotation marks
 * that HTML does not need. The head and scripts keep theirs, because programs look for `<meta>`, `<link>` and `<script>`
 * without a parser, as the site's own service worker does.
 */
export function tightPage(html: string): string {
  let isBody = false;
  let made = "";
  /** Where what is not in `made` yet begins. */
  let from = 0;
  const leaveOut = (start: number, end: number) => {
    made += html.slice(from, start);
    from = end;
  };
  let at = 0;
  while (at < html.length) {
    const start = startOfTag(html, at);
    if (start >= html.length) break;
    const end = endOfTag(html, start);
    const isEnd = html.charCodeAt(start + 1) === slash;
    const name = nameOfTag(html, isEnd ? start + 2 : start + 1);
    at = end;
    // A description in the head may say "<body>", too.
    if (name === "body") isBody = true;
    if (isEnd) {
      const next = isBody ? withoutEnd.get(name) : undefined;
      if (next && isAtOneOf(next, html, end)) leaveOut(start, end);
      continue;
    }
    if (isBody && name !== "script")
      for (const mark of needlessMarks(html, start, end)) leaveOut(mark, mark + 1);
    // Where scripts run, this is a text, too.
    if (!verbatim.has(name) && name !== "noscript") continue;
    const close = html.indexOf(`</${name}`, at);
    at = close < 0 ? html.length : close;
  }
  return made + html.slice(from);
}

const [slash, space, equals, greater] = [47, 32, 61, 62];

/** Whether one of these tags begins here. */
function isAtOneOf({ starts, ends }: Following, html: string, at: number): boolean {
  if (html[at] !== "<") return false;
  return html.charCodeAt(at + 1) === slash
    ? ends.has(nameOfTag(html, at + 2))
    : starts.has(nameOfTag(html, at + 1));
}

/** The places of the quotation marks in a start tag that it does not need. */
function needlessMarks(html: string, start: number, end: number): number[] {
  const found: number[] = [];
  if (html.startsWith("<!", start)) return found;
  let at = start + 1;
  while (at < end) {
    const mark = html[at];
    if (mark !== '"' && mark !== "'") {
      at += 1;
      continue;
    }
    const close = html.indexOf(mark, at + 1);
    if (close < 0 || close >= end) break;
    const after = html.charCodeAt(close + 1);
    plainValue.lastIndex = at + 1;
    const isNeedless =
      mark === '"' &&
      html.charCodeAt(at - 1) === equals &&
      // Parsers that are no browser's take a slash at the end of a tag for the end of its element.
      (after === space || (after === greater && html.charCodeAt(close - 1) !== slash)) &&
      plainValue.test(html);
    if (isNeedless) found.push(at, close);
    at = close + 1;
  }
  return found;
}
