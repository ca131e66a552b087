import type { Message } from "../../../schemas/message.ts";
import {
  cutOffAbstract,
  invalidDate,
  maybeCutOff,
  noDate,
  report,
} from "../../../schemas/rules.ts";
import type { Line } from "../../../text/decode.ts";
import type { Byline } from "./blocks.ts";
import { endsAbstract } from "./line-cost.ts";

/** Reports a date that is missing or cannot be read; no message if the byline has one. */
export function unreadDate(file: string, title: string, { unreadDate: unread }: Byline): Message[] {
  if (!unread) return [];
  const { line, text } = unread;
  return text
    ? [report(invalidDate, { title, text }, { file, line })]
    : [report(noDate, { title }, { file, line })];
}

/**
 * Reports that the last paper of a file has no byline. If the abstract ends with a complete
 * sentence or a link, the file may have been cut off; otherwise it certainly was.
 */
export function lastWithoutByline(file: string, title: string, last: Line): Message {
  const place = { file, line: last.number };
  return endsAbstract(last.text)
    ? report(maybeCutOff, { title }, place)
    : report(cutOffAbstract, { end: last.text.slice(-40) }, place);
}
