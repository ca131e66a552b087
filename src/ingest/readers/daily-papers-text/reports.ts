import type { Message } from "../../../schemas/message.ts";
import type { PrintedDate } from "../../../text/dates.ts";
import type { Line } from "../../../text/decode.ts";
import type { Byline } from "./blocks.ts";
import { endsAbstract } from "./line-cost.ts";

/** What the reader has to say about a page; each message names the line. */

export function noPapers(file: string): Message {
  return {
    rule: "no-papers",
    severity: "error",
    reason: "The file looks like a Daily Papers page, but no paper was found in it.",
    place: { file },
    hint: "Copy the page again, from its title to the last paper's date.",
  };
}

export function noListingDay(file: string): Message {
  return {
    rule: "no-listing-day",
    severity: "warning",
    reason:
      "The page's own date is not known, so its papers have no day of listing. The head of the page is missing; it may have been cut off with more.",
    place: { file, line: 1 },
    hint: "Copy the page from its top, or put its date into the file's name (daily-papers-2025-11-13.txt).",
  };
}

export function noAbstract(file: string, title: string, line: number): Message {
  return {
    rule: "no-abstract",
    severity: "error",
    reason: `"${brief(title)}" stands where a title belongs, but no abstract follows it; the paper is left out.`,
    place: { file, line },
    hint: "Copy this paper's abstract from the page, or delete the line.",
  };
}

export function noTitle(file: string, text: string, line: number): Message {
  return {
    rule: "no-title",
    severity: "error",
    reason: `The file begins in the middle of a paper: "${brief(text)}" has no title above it; the paper is left out.`,
    place: { file, line },
    hint: "Copy the page again from its beginning, or delete what is left of this paper.",
  };
}

export function loneByline(file: string, { line }: Byline): Message {
  return {
    rule: "lone-byline",
    severity: "error",
    reason: "A byline stands here without a paper above it; it is left out.",
    place: { file, line },
    hint: "Copy the paper's title and abstract from the page, or delete the byline.",
  };
}

/** A date that is missing or cannot be read. */
export function unreadDate(file: string, title: string, byline: Byline): Message[] {
  if (!byline.unreadDate) return [];
  const { line, text } = byline.unreadDate;
  return [
    {
      rule: "no-date",
      severity: "error",
      reason: text
        ? `"${text}" stands where the date of "${brief(title)}" belongs, but is no date; the paper stays undated.`
        : `The date of "${brief(title)}" is missing behind its byline; the paper stays undated.`,
      place: { file, line },
      hint: 'Write the date as the page prints it: "Jul 7" or "Nov 14, 2023".',
    },
  ];
}

export function impossibleDay(
  file: string,
  line: number,
  title: string,
  date: PrintedDate,
): Message {
  return {
    rule: "no-such-day",
    severity: "warning",
    reason: `The date of "${brief(title)}" (month ${date.month}, day ${date.day}) has no known year in which it exists; the paper stays undated.`,
    place: { file, line },
    hint: "Give the page's year in content/site.yaml under seedYears, or in the file's name.",
  };
}

/**
 * A file whose last paper has no byline. An abstract ends with a sentence or a link: one that ends
 * elsewhere was cut off; one that ends so may have been.
 */
export function lastWithoutByline(file: string, title: string, last: Line): Message {
  const place = { file, line: last.number };
  const hint = "Copy the page again to its end.";
  if (!endsAbstract(last.text)) {
    return {
      rule: "cut-off",
      severity: "error",
      reason: `The file ends in the middle of an abstract: "…${last.text.slice(-40)}". It is kept as far as it goes.`,
      place,
      hint,
    };
  }
  return {
    rule: "maybe-cut-off",
    severity: "warning",
    reason: `The file ends behind a sentence of "${brief(title)}", without its byline: it may have been cut off there. The paper is kept as far as it goes, without a date, and nothing is removed.`,
    place,
    hint: `${hint} If the page itself ends so, nothing is wrong.`,
  };
}

function brief(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119).trimEnd()}…` : text;
}
