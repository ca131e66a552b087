import { type PrintedDate, parsePrintedDate } from "../../../text/dates.ts";
import type { Line } from "../../../text/decode.ts";
import { isDot, isFurniture, parseAuthorsCount } from "./line-patterns.ts";

/** The page without its head, and the day in the head. */
export interface PageBody {
  lines: Line[];
  day?: PrintedDate;
  /** Whether the file begins without any head: it may begin in the middle of a paper. */
  headless: boolean;
}

// No title on arXiv's listings is this long; the first longer line is an abstract's.
const longestTitle = 250;

/**
 * Removes the page's head: everything up to the first date on a line of its own before the first
 * title, or else the known lines of a head. A title may itself look like a date: the line before
 * the first abstract is never taken.
 */
export function takeHead(lines: Line[]): PageBody {
  const byline = lines.findIndex(({ text }) => isDot(text) || parseAuthorsCount(text));
  const zone = byline < 0 ? lines : lines.slice(0, byline);
  let own = true;
  for (const [index, line] of zone.slice(0, lastTitleLine(zone)).entries()) {
    const parsed = parsePrintedDate(line.text);
    if (parsed && parsed.count === undefined && own) {
      return { lines: lines.slice(index + 1), day: parsed.date, headless: false };
    }
    own = (own && index > 0) || isFurniture(line);
  }
  const start = lines.findIndex((line) => !isFurniture(line));
  return { lines: start < 0 ? [] : lines.slice(start), headless: start === 0 };
}

/** The last line at which the first paper's title can end, in the lines above the first byline. */
function lastTitleLine(zone: Line[]): number {
  const abstract = zone.findIndex(({ text }) => text.length > longestTitle);
  if (abstract >= 0) return abstract - 1;
  // With hard line breaks, the abstract is the last paragraph, unless no empty line separates it
  // from the head.
  const paragraph = startOfParagraph(zone, zone.length - 1);
  return zone.slice(paragraph).some(isFurniture) ? zone.length - 2 : paragraph;
}

function startOfParagraph(lines: Line[], at: number): number {
  let index = at;
  while (index > 0 && !lines[index]?.afterBlankLine) index -= 1;
  return index;
}
