import { flatMapStaged, type Message, type Staged } from "../../../schemas/message.ts";
import {
  cutOffStart,
  impossibleDate,
  loneByline,
  noAbstract,
  noListingDay,
  noPapers,
  report,
} from "../../../schemas/rules.ts";
import { isoDate, monthDay, type PrintedDate } from "../../../text/dates.ts";
import { contentLines, type Line } from "../../../text/decode.ts";
import type { RawPaper } from "../../raw-paper.ts";
import type { Reader } from "../reader.ts";
import { type Block, type Byline, cutBlocks } from "./blocks.ts";
import { takeHead } from "./head.ts";
import { isDot, isFoot, isFurniture, parseAuthorsCount } from "./line-patterns.ts";
import { dateOfPage, type PageDate } from "./page-date.ts";
import { lastWithoutByline, unreadDate } from "./reports.ts";
import { splitRecords, type TextRecord } from "./segment-records.ts";

const format = "daily-papers-text";

/**
 * Reads a Daily Papers page that was copied as text: title, abstract, byline, dot and date of each
 * paper.
 */
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
    const { value, messages } = flatMapStaged(blocks, (block, index) =>
      readBlock(path, block, body.headless && index === 0, page.value),
    );
    const isUndated = value.length > 0 && !body.day && !page.value.listed;
    return {
      value,
      messages: [
        ...page.messages,
        ...messages,
        ...(isUndated ? [report(noListingDay, {}, { file: path, line: 1 })] : []),
        ...(value.length === 0 ? [report(noPapers, {}, { file: path })] : []),
      ],
    };
  },
};

/** `torn` says that the block may start in the middle of a paper. */
function readBlock(file: string, block: Block, torn: boolean, page: PageDate): Staged<RawPaper[]> {
  const lines = block.byline ? block.lines : withoutFoot(block.lines);
  const alone =
    lines.length === 0 && block.byline
      ? [report(loneByline, {}, { file, line: block.byline.line })]
      : [];
  const records = splitRecords(lines, { torn, cut: !block.byline });
  const endsFile = !block.byline && lines.length === block.lines.length;
  const { value, messages } = flatMapStaged(records, (record, index) => {
    const last = index === records.length - 1;
    const read = toRawPaper(file, record, last ? block.byline : undefined, page);
    const [paper] = read.value;
    const end = record.abstract.at(-1);
    if (!paper || !end || !last || !endsFile) return read;
    return {
      ...read,
      messages: [...read.messages, lastWithoutByline(file, paper.title, end)],
    };
  });
  return { value, messages: [...alone, ...messages] };
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
): Staged<RawPaper[]> {
  const title = record.title.map(({ text }) => text).join(" ");
  const abstract = record.abstract
    .map(
      ({ text, afterBlankLine }, index) =>
        (index === 0 ? "" : afterBlankLine ? "\n\n" : "\n") + text,
    )
    .join("");
  const line = (record.title[0] ?? record.abstract[0])?.number ?? 1;
  if (title === "" || abstract === "") {
    const message =
      title === ""
        ? report(cutOffStart, { text: abstract }, { file, line })
        : report(noAbstract, { title }, { file, line });
    return { value: [], messages: [message] };
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
  const messages: Message[] = byline ? unreadDate(file, title, byline) : [];
  if (page.year) raw.source.pageYear = page.year;
  if (page.listed) raw.listed = page.listed;
  if (byline?.authorsCount !== undefined) raw.authorsCount = byline.authorsCount;
  if (byline?.organization) raw.organization = byline.organization;
  if (byline?.comments !== undefined) raw.comments = byline.comments;
  if (byline?.date) {
    const published = publicationDay(byline.date, page);
    if (published) raw.published = published;
    else {
      const params = { title, day: monthDay(byline.date) };
      messages.push(report(impossibleDate, params, { file, line }));
    }
    if (published && byline.date.year === undefined && page.inferred) {
      raw.inferred.push("published.year");
    }
  }
  return { value: [raw], messages };
}

function publicationDay(date: PrintedDate, page: PageDate): string | undefined {
  const year = date.year ?? page.year?.year;
  return year === undefined ? undefined : isoDate({ ...date, year });
}
