import { defined } from "../../../schemas/defined.ts";
import { type Publication, publication } from "../../../text/dates.ts";
import { statusIn } from "../../../text/publication-status.ts";
import { type DateParts, writtenDate } from "../../../text/written-date.ts";

/** The fields of an entry that say when its paper was published. */
export interface DateFields {
  date?: string | undefined;
  year?: string | undefined;
  month?: string | undefined;
  day?: string | undefined;
}

/** When a paper was published, and the text of the fields that say more than was understood. */
export interface BibDate {
  published: Publication;
  unread?: string;
  /** What a field says in the place of a date, such as "in press". */
  status?: string;
}

/** Reads the date of an entry, of BibLaTeX (`date`) or BibTeX (`year`, `month`, `day`). */
export function dateIn(fields: DateFields): BibDate {
  const given = [fields.date, fields.day, fields.month, fields.year].filter((text) =>
    /[\p{L}\d]/u.test(text ?? ""),
  );
  const status = given.map((text) => statusIn(text ?? "")).find((text) => text !== undefined);
  if (given.length === 0) return { published: {} };
  const { year, month, day } = partsOf(fields);
  const published = publication(year, month, day);
  const lost =
    year === undefined ||
    (month === undefined && /[\p{L}\d]/u.test(fields.month ?? "")) ||
    (day !== undefined && published.published === undefined);
  return {
    published,
    ...defined({ status, unread: lost ? given.join(" ") : undefined }),
  };
}

function partsOf({ date = "", year = "", month = "", day = "" }: DateFields): DateParts {
  const whole = biblatexDate(date);
  const [ofYear, ofMonth] = [writtenDate(year), writtenDate(month)];
  const inYear = whole.year ?? ofYear.year ?? ofMonth.year;
  const parts: DateParts = inYear === undefined ? {} : { year: inYear };
  if (whole.month !== undefined) return { ...parts, ...whole };
  const source = ofMonth.month === undefined ? ofYear : ofMonth;
  // Both fields may be there with different meanings: the online version, and the issue.
  const sameYear =
    whole.year === undefined || ofYear.year === undefined || whole.year === ofYear.year;
  if (source.month === undefined || !sameYear) return parts;
  const ownDay = /^\D*(\d{1,2})\D*$/.exec(day)?.[1];
  const onDay = ownDay === undefined ? source.day : Number(ownDay);
  return { ...parts, month: source.month, ...(onDay === undefined ? {} : { day: onDay }) };
}

/** The start of a date or range in BibLaTeX's form of ISO 8601 (EDTF). */
function biblatexDate(text: string): DateParts {
  const plain = text.replace(/[~?%]/g, (sign) => (sign === "~" ? " " : "")).trim();
  const ends = plain.split("/").map((end) => end.trim());
  const isRange =
    ends.length === 2 && ends.every((end) => /^(?:\d{4}(?!\d).{0,40}|\.\.|)$/.test(end));
  const start = isRange ? ends.find((end) => /\d/.test(end)) : plain;
  // Years before Christ, and decades such as "201X".
  if (start === undefined || /^-\s*\d|^\d{1,3}[Xu]/i.test(start)) return {};
  return writtenDate(start);
}
