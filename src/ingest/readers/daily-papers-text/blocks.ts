import type { Organization } from "../../../schemas/paper.ts";
import { type PrintedDate, parsePrintedDate } from "../../text/dates.ts";
import type { Line } from "../../text/decode.ts";
import { isDot, parseAuthorsCount, parseOrganization } from "./marks.ts";

/** The lines under an abstract: who, when, and how many comments. */
export interface Byline {
  authorsCount?: number;
  organization?: Organization;
  date?: PrintedDate;
  comments?: number;
  /** A line that stands where the date belongs and is none; undefined text where nothing stands. */
  unreadDate?: { line: number; text?: string };
}

/** Lines up to a byline, or up to the end of the file. */
export interface Block {
  lines: Line[];
  byline?: Byline;
}

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
  /** The block's lines without the byline's. */
  rest: Line[];
  next: number;
}

function readByline(lines: Line[], index: number, open: Line[]): Found | undefined {
  const line = lines[index];
  if (!line || open.length === 0) return undefined;
  const oneLine = readOnOneLine(line.text);
  if (oneLine) return { byline: oneLine, rest: open, next: index + 1 };
  const authorsCount = parseAuthorsCount(line.text);
  if (authorsCount !== undefined) {
    const dotted = isDot(lines[index + 1]?.text ?? "");
    return withDate({ authorsCount }, open, lines, index + (dotted ? 2 : 1), dotted);
  }
  if (!isDot(line.text)) return undefined;
  const last = open.at(-1);
  // A lone line before the dot is a title without abstract, not an organisation.
  const organization = last && open.length > 1 ? parseOrganization(last.text) : undefined;
  return organization
    ? withDate({ organization }, open.slice(0, -1), lines, index + 1, true)
    : withDate({}, open, lines, index + 1, true);
}

function withDate(who: Byline, rest: Line[], lines: Line[], at: number, dotted: boolean): Found {
  const line = lines[at];
  const parsed = line ? parsePrintedDate(line.text) : undefined;
  if (parsed) {
    const byline: Byline = { ...who, date: parsed.date };
    if (parsed.count !== undefined) byline.comments = parsed.count;
    return { byline, rest, next: at + 1 };
  }
  // Only after a dot is a date promised; what follows at once and is short stands in its place.
  if (dotted && line && !line.afterBlank && line.text.length <= 30) {
    return {
      byline: { ...who, unreadDate: { line: line.number, text: line.text } },
      rest,
      next: at + 1,
    };
  }
  const before = lines[at - 1]?.number ?? 1;
  return { byline: { ...who, unreadDate: { line: before } }, rest, next: at };
}

/** `• 10 authors · Jul 7`, as some browsers copy it. */
function readOnOneLine(text: string): Byline | undefined {
  const cut = text.lastIndexOf("·");
  if (cut < 0 || text.length > 150) return undefined;
  const parsed = parsePrintedDate(text.slice(cut + 1).trim());
  if (!parsed) return undefined;
  const who = text.slice(0, cut).trim();
  const authorsCount = parseAuthorsCount(who);
  const organization = authorsCount === undefined ? parseOrganization(who) : undefined;
  return {
    ...(authorsCount === undefined ? {} : { authorsCount }),
    ...(organization ? { organization } : {}),
    date: parsed.date,
    ...(parsed.count === undefined ? {} : { comments: parsed.count }),
  };
}
