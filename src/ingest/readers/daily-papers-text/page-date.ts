import type { Message, Staged } from "../../../schemas/message.ts";
import type { Provenance } from "../../../schemas/paper.ts";
import { isoDate, type PrintedDate } from "../../../text/dates.ts";
import { inferPageYear } from "../../../text/page-year.ts";
import type { SeedContext } from "../../raw-paper.ts";

/** The day on which the page was listed, and the year of its dates that print none. */
export interface PageDate {
  listed?: string;
  year?: NonNullable<Provenance["pageYear"]>;
  /** Whether the year was concluded from the page's dates, not told. */
  inferred: boolean;
}

/**
 * The page's date, from (first to last) `site.yaml`, the file's name (`…2025-11-13…`, `…2025…`),
 * and the dates on the page.
 */
export function dateOfPage(
  file: string,
  printed: PrintedDate | undefined,
  dates: PrintedDate[],
  context: SeedContext,
): Staged<PageDate> {
  const messages: Message[] = [];
  const named = dateInName(file);
  const year = yearOfPage(file, printed, dates, context, named.year, messages);
  const day = printed ?? (named.month && named.day ? namedDay(named) : undefined);
  const fullYear = printed?.year ?? year?.year;
  const listed = day && fullYear !== undefined ? isoDate({ ...day, year: fullYear }) : undefined;
  if (printed && named.day && (printed.month !== named.month || printed.day !== named.day)) {
    messages.push({
      rule: "page-day",
      severity: "warning",
      reason: `The page says month ${printed.month}, day ${printed.day}, and its file's name another day; the page is believed.`,
      place: { file, line: 1 },
      hint: "Rename the file after the page's own date.",
    });
  }
  const inferred = year?.from === "concluded";
  return {
    value: { ...(listed ? { listed } : {}), ...(year ? { year } : {}), inferred },
    messages,
  };
}

function yearOfPage(
  file: string,
  printed: PrintedDate | undefined,
  dates: PrintedDate[],
  { seedYears }: SeedContext,
  named: number | undefined,
  messages: Message[],
): PageDate["year"] {
  const given = seedYears[file.replace(/^seeds\//, "")] ?? seedYears[file];
  if (given !== undefined) return { year: given, from: "site.yaml" };
  if (named !== undefined) return { year: named, from: "file name" };
  if (printed?.year !== undefined) return { year: printed.year, from: "page" };
  const bare = [...dates, ...(printed ? [printed] : [])].some(({ year }) => year === undefined);
  if (!bare) return undefined;
  const inferred = inferPageYear(dates, printed);
  if (inferred?.fits) return { year: inferred.year, from: "concluded" };
  messages.push({
    rule: "page-year",
    severity: "warning",
    reason: inferred
      ? `No year fits every date on this page; ${inferred.year} is taken, the first after every year written out.`
      : "The page prints dates without a year and no date with one, so their year is unknown.",
    place: { file, line: 1 },
    hint: `Add the year to the file's name (daily-papers-2025-11-13.txt), or to content/site.yaml: seedYears: { "${file.replace(/^seeds\//, "")}": 2025 }.`,
  });
  return inferred ? { year: inferred.year, from: "concluded" } : undefined;
}

interface NamedDate {
  year?: number;
  month?: number;
  day?: number;
}

function dateInName(file: string): NamedDate {
  const name = file.slice(file.lastIndexOf("/") + 1);
  const full = /(?<!\d)((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)/.exec(name);
  if (full) return { year: Number(full[1]), month: Number(full[2]), day: Number(full[3]) };
  const year = /(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(name);
  const short = /(?<!\d)(\d\d)[-_](\d\d)(?!\d)/.exec(name);
  return {
    ...(year ? { year: Number(year[1]) } : {}),
    ...(short ? { month: Number(short[1]), day: Number(short[2]) } : {}),
  };
}

function namedDay({ month = 1, day = 1 }: NamedDate): PrintedDate {
  return { month, day };
}
