import type { Message } from "../../../schemas/message.ts";
import type { RawPaper } from "../../raw-paper.ts";
import { isoDate, type PrintedDate } from "../../text/dates.ts";
import { contentLines, type Line } from "../../text/decode.ts";
import type { Reader } from "../reader.ts";
import { type Block, type Byline, cutBlocks } from "./blocks.ts";
import { takeHead } from "./head.ts";
import { isDot, isFoot, isFurniture, parseAuthorsCount } from "./marks.ts";
import { dateOfPage, type PageDate } from "./page-date.ts";
import { splitRecords, type TextRecord } from "./records.ts";

const format = "daily-papers-text";

/** The Daily Papers page as a person copies it: title, abstract, byline, dot, date. */
export const dailyPapersText: Reader = {
  format,
  recognises: ({ text }) => {
    const lines = contentLines(text);
    return (
      lines.some(({ text: line }) => isDot(line) || parseAuthorsCount(line) !== undefined) ||
      lines.slice(0, 12).some((line) => isFurniture(line) && /papers/i.test(line.text))
    );
  },
  read: ({ path, text }, context) => {
    const body = takeHead(contentLines(text));
    const blocks = cutBlocks(body.lines);
    const dates = blocks.flatMap(({ byline }) => (byline?.date ? [byline.date] : []));
    const page = dateOfPage(path, body.day, dates, context);
    const messages: Message[] = [...page.messages];
    const value = blocks.flatMap((block) => readBlock(path, block, page.value, messages));
    if (value.length === 0) {
      messages.push({
        rule: "no-papers",
        severity: "error",
        reason: "The file looks like a Daily Papers page, but no paper was found in it.",
        place: { file: path },
        hint: "Copy the page again, from its title to the last paper's date.",
      });
    }
    return { value, messages };
  },
};

function readBlock(file: string, block: Block, page: PageDate, messages: Message[]): RawPaper[] {
  const lines = block.byline ? block.lines : withoutFoot(block.lines);
  const records = splitRecords(lines);
  const papers: RawPaper[] = [];
  for (const [index, record] of records.entries()) {
    const byline = index === records.length - 1 ? block.byline : undefined;
    const first = record.title[0];
    if (!first) continue;
    const title = record.title.map(({ text }) => text).join(" ");
    if (record.abstract.length === 0) {
      messages.push({
        rule: "no-abstract",
        severity: "error",
        reason: `"${title}" stands where a title belongs, but no abstract follows it; the paper is left out.`,
        place: { file, line: first.number },
        hint: "Copy this paper's abstract from the page, or delete the line.",
      });
      continue;
    }
    if (byline) reportByline(file, title, byline, messages);
    else if (!block.byline && index === records.length - 1) reportCut(file, record, messages);
    papers.push(toRawPaper(file, record, title, byline, page, messages));
  }
  return papers;
}

function withoutFoot(lines: Line[]): Line[] {
  const last = lines.findLastIndex((line) => !isFoot(line));
  return lines.slice(0, last + 1);
}

function toRawPaper(
  file: string,
  record: TextRecord,
  title: string,
  byline: Byline | undefined,
  page: PageDate,
  messages: Message[],
): RawPaper {
  const line = record.title[0]?.number ?? 1;
  const raw: RawPaper = {
    title,
    abstract: record.abstract
      .map(({ text, afterBlank }, index) => (index === 0 ? "" : afterBlank ? "\n\n" : "\n") + text)
      .join(""),
    authors: [],
    ids: {},
    links: [],
    keywords: [],
    categories: [],
    inferred: [],
    source: { format, file, line },
  };
  if (page.year) raw.source.pageYear = page.year;
  if (page.listed) raw.listed = page.listed;
  if (byline?.authorsCount !== undefined) raw.authorsCount = byline.authorsCount;
  if (byline?.organization) raw.organization = byline.organization;
  if (byline?.comments !== undefined) raw.comments = byline.comments;
  if (byline?.date) {
    const published = publicationDay(byline.date, page);
    if (published) raw.published = published;
    else messages.push(impossibleDay(file, line, title, byline.date));
    if (published && byline.date.year === undefined && page.year?.from === "page") {
      raw.inferred.push("published.year");
    }
  }
  return raw;
}

function publicationDay(date: PrintedDate, page: PageDate): string | undefined {
  const year = date.year ?? page.year?.year;
  return year === undefined ? undefined : isoDate({ ...date, year });
}

function impossibleDay(file: string, line: number, title: string, date: PrintedDate): Message {
  return {
    rule: "no-such-day",
    severity: "warning",
    reason: `The date of "${title}" (month ${date.month}, day ${date.day}) has no known year in which it exists; the paper stays undated.`,
    place: { file, line },
    hint: "Give the page's year in content/site.yaml under seedYears, or in the file's name.",
  };
}

function reportByline(file: string, title: string, byline: Byline, messages: Message[]): void {
  if (!byline.unreadDate) return;
  const { line, text } = byline.unreadDate;
  messages.push({
    rule: "no-date",
    severity: "error",
    reason: text
      ? `"${text}" stands where the date of "${title}" belongs, but is no date; the paper stays undated.`
      : `The date of "${title}" is missing behind its byline; the paper stays undated.`,
    place: { file, line },
    hint: 'Write the date as the page prints it: "Jul 7" or "Nov 14, 2023".',
  });
}

// An abstract ends with a sentence or a link; a file that ends elsewhere was cut off.
const ending = /[.?!…。！？][)\]"”’'*]*$|https?:\/\/\S+$/;

function reportCut(file: string, record: TextRecord, messages: Message[]): void {
  const last = record.abstract.at(-1);
  if (!last || ending.test(last.text)) return;
  messages.push({
    rule: "cut-off",
    severity: "error",
    reason: `The file ends in the middle of an abstract: "…${last.text.slice(-40)}". It is kept as far as it goes.`,
    place: { file, line: last.number },
    hint: "Copy the page again to its end.",
  });
}
