import { type Publication, publication } from "./dates.ts";
import { statusIn } from "./publication-status.ts";
import { type DateParts, writtenDate } from "./written-date.ts";

/** A date that a source gives in one of its fields: the text, and its parts if it names them. */
export interface GivenDate {
  text: string;
  parts?: DateParts;
}

/** When a paper was published, and the text of the fields that say more than was understood. */
export interface ReadPublication {
  date: Publication;
  unread?: string;
  /** What a field says in the place of a date, such as "in press". */
  status?: string;
}

/**
 * Reads the date of a record from its fields, the most reliable first. The first field with a year
 * says when the paper was published. Its month and day may be in a field without a year, such as
 * `DEC`, or in another field with the same year.
 */
export function publicationIn(fields: readonly GivenDate[]): ReadPublication {
  const given = fields.filter(({ text }) => text.trim() !== "");
  const dates = given.map(({ text, parts = writtenDate(text) }) => ({
    text,
    ...withoutZeros(parts),
  }));
  const year = dates.find((date) => date.year !== undefined)?.year;
  const fits = dates.filter((date) => date.year === undefined || date.year === year);
  const source =
    fits.find(({ month, day }) => month !== undefined && day !== undefined) ??
    fits.find(({ month }) => month !== undefined);
  const date = publication(year, source?.month, source?.day);
  const isDated = date.published !== undefined || date.publishedIn !== undefined;
  const isWhole = source
    ? date.published !== undefined || (source.day === undefined && !hasShortYear(source.text))
    : !fits.some(({ text }) => !isSeason(text) && /(?<!\d)(?:0?[1-9]|[1-9]\d)(?!\d)/.test(text));
  const status = given.map(({ text }) => statusIn(text)).find((text) => text !== undefined);
  const read = { date, ...(status === undefined ? {} : { status }) };
  if (given.length === 0 || (isDated && isWhole)) return read;
  return { ...read, unread: [...new Set(given.map(({ text }) => text.trim()))].join("; ") };
}

/** Reads a date as programs and people write it; nothing if it has no year. */
export function publicationOf(text: string): Publication {
  return publicationIn([{ text }]).date;
}

/** Whether a text is a season as ISO 8601 writes it: `2015-21` is the spring of 2015. */
function isSeason(text: string): boolean {
  return /^\s*\d{4}-2[1-4]\s*$/.test(text);
}

/** Whether a text is a day such as `12-May-15`, which does not say its year in full. */
function hasShortYear(text: string): boolean {
  return /^\s*\d{1,2}[-\s/]\p{L}{3,12}[-\s/]'?\d\d\s*$/u.test(text);
}

/** Programs write 0 for a month or a day that they do not know. */
function withoutZeros({ year, month, day }: DateParts): DateParts {
  return {
    ...(year ? { year } : {}),
    ...(month ? { month } : {}),
    ...(day ? { day } : {}),
  };
}
