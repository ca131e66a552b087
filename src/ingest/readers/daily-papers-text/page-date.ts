import { defined } from "../../../schemas/defined.ts";
import type { Staged } from "../../../schemas/message.ts";
import type { Provenance } from "../../../schemas/paper.ts";
import { ambiguousYear, dateMismatch, report, unknownYear } from "../../../schemas/rules.ts";
import { isoDate, monthDay, type PrintedDate } from "../../../text/dates.ts";
import { inferPageYear } from "../../../text/page-year.ts";
import type { SeedContext } from "../../raw-paper.ts";

/** The day on which the page was listed, and the year of its dates that have none. */
export interface PageDate {
  listed?: string;
  year?: NonNullable<Provenance["pageYear"]>;
  /** Whether the year was inferred from other dates on the page. */
  inferred: boolean;
}

/**
 * The date of a page. Its year comes from `site.yaml`, else from the file name (`…2025-11-13…`,
 * `…2025…`), else from the dates on the page.
 */
export function dateOfPage(
  file: string,
  printed: PrintedDate | undefined,
  dates: PrintedDate[],
  context: SeedContext,
): Staged<PageDate> {
  const named = dateInName(file);
  const { value: year, messages } = yearOfPage(file, printed, dates, context, named.year);
  const day = printed ?? (named.month && named.day ? namedDay(named) : undefined);
  const fullYear = printed?.year ?? year?.year;
  const listed = day && fullYear !== undefined ? isoDate({ ...day, year: fullYear }) : undefined;
  if (printed && named.day && (printed.month !== named.month || printed.day !== named.day)) {
    const params = { page: monthDay(printed), name: monthDay(namedDay(named)) };
    messages.push(report(dateMismatch, params, { file, line: 1 }));
  }
  const inferred = year?.from === "concluded";
  return {
    value: { ...defined({ listed, year }), inferred },
    messages,
  };
}

function yearOfPage(
  file: string,
  printed: PrintedDate | undefined,
  dates: PrintedDate[],
  { seedYears }: SeedContext,
  named: number | undefined,
): Staged<PageDate["year"]> {
  const found = (value: PageDate["year"]) => ({ value, messages: [] });
  const given = seedYears[file.replace(/^seeds\//, "")] ?? seedYears[file];
  if (given !== undefined) return found({ year: given, from: "site.yaml" });
  if (named !== undefined) return found({ year: named, from: "file name" });
  if (printed?.year !== undefined) return found({ year: printed.year, from: "page" });
  const bare = [...dates, ...(printed ? [printed] : [])].some(({ year }) => year === undefined);
  if (!bare) return found(undefined);
  const inferred = inferPageYear(dates, printed);
  if (inferred?.fits) return found({ year: inferred.year, from: "concluded" });
  const seed = file.replace(/^seeds\//, "");
  const place = { file, line: 1 };
  return inferred
    ? {
        value: { year: inferred.year, from: "concluded" },
        messages: [report(ambiguousYear, { file: seed, year: inferred.year }, place)],
      }
    : { value: undefined, messages: [report(unknownYear, { file: seed }, place)] };
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
