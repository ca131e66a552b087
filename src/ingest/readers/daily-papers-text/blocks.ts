import { defined } from "../../../schemas/defined.ts";
import type { Organization } from "../../../schemas/paper.ts";
import { type PrintedDate, parsePrintedDate } from "../../../text/dates.ts";
import type { Line } from "../../../text/decode.ts";
import { endsSentence } from "./line-cost.ts";
import { isCutByline, isDot, parseAuthorsCount, parseOrganization } from "./line-patterns.ts";

/** The lines under an abstract: who, when, and how many comments. */
export interface Byline {
  /** Its first line. */
  line: number;
  authorsCount?: number;
  organization?: Organization;
  date?: PrintedDate;
  comments?: number;
  /**
   * A line that is not a date, where the date should be. Its text is undefined if there is no line.
   */
  unreadDate?: { line: number; text?: string };
}

/** Lines up to a byline, or up to the end of the file. */
export interface Block {
  lines: Line[];
  byline?: Byline;
}

// Text with hard line breaks has lines of 72 to 120 characters; a longer one is a whole paragraph.
const longestWrapped = 160;
// The longest form of a date, followed by a count: "Wednesday, September 30, 2025 1000".
const longestDate = 34;

/** Cuts a page at its bylines. Several papers share a block where some have no byline. */
export function cutBlocks(lines: Line[]): Block[] {
  const blocks: Block[] = [];
  let open: Line[] = [];
  let index = 0;
  while (index < lines.length) {
    const found = readByline(lines, index, open);
    if (found) {
      blocks.push({ lines: found.rest, byline: found.byline });
      open = [];
      index = found.next;
    } else {
      const line = lines[index];
      if (line) open.push(line);
      index += 1;
    }
  }
  if (open.length > 0) blocks.push({ lines: open });
  return blocks;
}

interface Found {
  byline: Byline;
  /** The block's lines without those of the byline. */
  rest: Line[];
  next: number;
}

/** The people or organization in a byline, before its date is read. */
type Who = Omit<Byline, "date" | "comments" | "unreadDate">;

function readByline(lines: Line[], index: number, open: Line[]): Found | undefined {
  const line = lines[index];
  if (!line) return undefined;
  const oneLine = readOnOneLine(line);
  if (oneLine) return { byline: oneLine, rest: open, next: index + 1 };
  const authorsCount = parseAuthorsCount(line.text);
  if (authorsCount !== undefined) {
    return afterAuthors({ line: line.number, authorsCount }, open, lines, index + 1);
  }
  if (index === lines.length - 1 && isCutByline(line.text)) {
    const unreadDate = { line: line.number, text: line.text };
    return { byline: { line: line.number, unreadDate }, rest: open, next: index + 1 };
  }
  if (!isDot(line.text)) return undefined;
  const organization = organizationAbove(open);
  const above = open.at(-1)?.number ?? line.number;
  return organization
    ? withDate({ line: above, organization }, open.slice(0, -1), lines, index + 1, true)
    : withDate({ line: line.number }, open, lines, index + 1, true);
}

/** What follows `• 10 authors`: a dot, or an organization and a dot, then the date. */
function afterAuthors(who: Who, open: Line[], lines: Line[], at: number): Found {
  const [first, second] = [lines[at], lines[at + 1]];
  if (first && isDot(first.text)) return withDate(who, open, lines, at + 1, true);
  const organization =
    first && second && isDot(second.text) && first.text.length <= longestWrapped
      ? parseOrganization(first.text)
      : undefined;
  return organization
    ? withDate({ ...who, organization }, open, lines, at + 2, true)
    : withDate(who, open, lines, at, false);
}

/**
 * The last of the lines above a dot, if it names an organization. A line on its own is a title
 * without an abstract, and a line that continues the one before it is the end of the abstract.
 */
function organizationAbove(open: Line[]): Organization | undefined {
  const last = open.at(-1);
  const above = open.at(-2);
  if (!last || !above) return undefined;
  const apart =
    last.afterBlankLine || endsSentence(above.text) || above.text.length > longestWrapped;
  return apart ? parseOrganization(last.text) : undefined;
}

function withDate(who: Who, rest: Line[], lines: Line[], at: number, dotted: boolean): Found {
  const line = lines[at];
  const parsed = line ? parsePrintedDate(line.text) : undefined;
  if (parsed) {
    // Some browsers copy the count on a line of its own.
    const below = parsed.count === undefined ? loneCount(lines[at + 1]) : undefined;
    const comments = parsed.count ?? below;
    const byline: Byline = { ...who, date: parsed.date };
    if (comments !== undefined) byline.comments = comments;
    return { byline, rest, next: at + (below === undefined ? 1 : 2) };
  }
  // A date is expected only after a dot. A short line directly after the dot takes its place.
  if (dotted && line && !line.afterBlankLine && line.text.length <= longestDate) {
    return {
      byline: { ...who, unreadDate: { line: line.number, text: line.text } },
      rest,
      next: at + 1,
    };
  }
  const before = lines[at - 1]?.number ?? 1;
  return { byline: { ...who, unreadDate: { line: before } }, rest, next: at };
}

/**
 * A number directly below a date. A title that is a number, such as a year, would have four digits.
 */
function loneCount(line: Line | undefined): number | undefined {
  return line && !line.afterBlankLine && /^\d{1,3}$/.test(line.text)
    ? Number(line.text)
    : undefined;
}

/** `• 10 authors · Jul 7`, as some browsers copy it. */
function readOnOneLine({ text, number }: Line): Byline | undefined {
  const cut = text.lastIndexOf("·");
  if (cut < 0 || text.length > 150) return undefined;
  const parsed = parsePrintedDate(text.slice(cut + 1).trim());
  if (!parsed) return undefined;
  const who = text.slice(0, cut).trim();
  const authorsCount = parseAuthorsCount(who);
  const organization = authorsCount === undefined ? parseOrganization(who) : undefined;
  return {
    line: number,
    ...defined({ authorsCount }),
    ...defined({ organization }),
    date: parsed.date,
    ...defined({ comments: parsed.count }),
  };
}
