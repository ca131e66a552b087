import type { Message } from "../../../schemas/message.ts";
import { isoDate, type PrintedDate } from "../../../text/dates.ts";
import { contentLines, type Line } from "../../../text/decode.ts";
import type { RawPaper } from "../../raw-paper.ts";
import type { Reader } from "../reader.ts";
import { type Block, type Byline, cutBlocks } from "./blocks.ts";
import { takeHead } from "./head.ts";
import { isDot, isFoot, isFurniture, parseAuthorsCount } from "./line-patterns.ts";
import { dateOfPage, type PageDate } from "./page-date.ts";
import {
  impossibleDay,
  lastWithoutByline,
  loneByline,
  noAbstract,
  noListingDay,
  noPapers,
  noTitle,
  unreadDate,
} from "./reports.ts";
import { splitRecords, type TextRecord } from "./segment-records.ts";

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
    const value = blocks.flatMap((block, index) => {
      const torn = body.headless && index === 0;
      return readBlock(path, block, torn, page.value, messages);
    });
    if (value.length > 0 && !body.day && !page.value.listed) messages.push(noListingDay(path));
    if (value.length === 0) {
      messages.push(noPapers(path));
    }
    return { value, messages };
  },
};

function readBlock(
  file: string,
  block: Block,
  torn: boolean,
  page: PageDate,
  messages: Message[],
): RawPaper[] {
  const lines = block.byline ? block.lines : withoutFoot(block.lines);
  if (lines.length === 0 && block.byline) messages.push(loneByline(file, block.byline));
  const records = splitRecords(lines, { torn, cut: !block.byline });
  const endsFile = !block.byline && lines.length === block.lines.length;
  return records.flatMap((record, index) => {
    const last = index === records.length - 1;
    const byline = last ? block.byline : undefined;
    const paper = toRawPaper(file, record, byline, page, messages);
    const end = record.abstract.at(-1);
    if (paper && end && last && endsFile) messages.push(lastWithoutByline(file, paper.title, end));
    return paper ? [paper] : [];
  });
}

function withoutFoot(lines: Line[]): Line[] {
  const last = lines.findLastIndex((line) => !isFoot(line));
  return lines.slice(0, last + 1);
}

function toRawPaper(
  file: string,
  record: TextRecord,
  byline: Byline | undefined,
  page: PageDate,
  messages: Message[],
): RawPaper | undefined {
  const title = record.title.map(({ text }) => text).join(" ");
  const abstract = record.abstract
    .map(({ text, afterBlank }, index) => (index === 0 ? "" : afterBlank ? "\n\n" : "\n") + text)
    .join("");
  const line = (record.title[0] ?? record.abstract[0])?.number ?? 1;
  if (title === "" || abstract === "") {
    messages.push(title === "" ? noTitle(file, abstract, line) : noAbstract(file, title, line));
    return undefined;
  }
  const raw: RawPaper = {
    title,
    abstract,
    authors: [],
    ids: {},
    links: [],
    keywords: [],
    categories: [],
    inferred: [],
    damaged: true,
    source: { format, file, line },
  };
  if (byline) messages.push(...unreadDate(file, title, byline));
  if (page.year) raw.source.pageYear = page.year;
  if (page.listed) raw.listed = page.listed;
  if (byline?.authorsCount !== undefined) raw.authorsCount = byline.authorsCount;
  if (byline?.organization) raw.organization = byline.organization;
  if (byline?.comments !== undefined) raw.comments = byline.comments;
  if (byline?.date) {
    const published = publicationDay(byline.date, page);
    if (published) raw.published = published;
    else messages.push(impossibleDay(file, line, title, byline.date));
    if (published && byline.date.year === undefined && page.inferred) {
      raw.inferred.push("published.year");
    }
  }
  return raw;
}

function publicationDay(date: PrintedDate, page: PageDate): string | undefined {
  const year = date.year ?? page.year?.year;
  return year === undefined ? undefined : isoDate({ ...date, year });
}
