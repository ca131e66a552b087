import { z } from "zod";
import { monthNamed } from "../../text/month-names.ts";
import type { GivenDate } from "../../text/publication-date.ts";
import type { DateParts } from "../../text/written-date.ts";
import { optional } from "./read-fields.ts";

const part = z.union([z.number(), z.string()]).nullish();
const parts = z.array(part);
const date = z.object({
  /** The start of a range, and its end. Some programs leave out the outer list. */
  "date-parts": optional(z.union([z.array(parts), parts.transform((start) => [start])])),
  year: part,
  month: part,
  day: part,
  raw: part,
  literal: part,
  edtf: part,
  season: part,
  /** Of the registries. */
  "date-time": part,
});
type CslDate = z.infer<typeof date>;

/** A date of CSL-JSON: an object, a list of such objects as Pandoc's YAML has, or a text. */
export const cslDate = optional(
  z.union([
    date,
    z.array(date).transform((dates) => dates[0]),
    z.union([z.string(), z.number()]).transform((raw): CslDate | undefined => date.parse({ raw })),
  ]),
);

/** The date in a field, and its text for messages; nothing if the field has none. */
export function givenDates(value: CslDate | undefined): GivenDate[] {
  if (value === undefined) return [];
  const start = value["date-parts"]?.[0] ?? [value.year, value.month, value.day];
  const [year, month, day] = start.map((one) => String(one ?? "").trim());
  // Some programs write a whole date for the year.
  const isOneText = start.length === 1 && /^\d{4}-\d\d/.test(year ?? "");
  const text = [year, month, day].filter((one) => (one ?? "") !== "").join("-");
  const written = [
    value.raw,
    value.literal,
    value.edtf,
    text === "" ? value["date-time"] : undefined,
  ].map((one) => String(one ?? ""));
  // Beside a year, "season" may name a month.
  const season = monthOf(String(value.season ?? ""), /^$/);
  return [
    ...(text === ""
      ? []
      : [isOneText ? { text } : { text, parts: partsOf(year, month, day, season) }]),
    ...written.filter((one) => one !== "").map((one) => ({ text: one })),
  ];
}

function partsOf(year = "", month = "", day = "", season?: number): DateParts {
  const ofMonth = monthOf(month, /^\d{1,2}$/) ?? season;
  return {
    ...(/^\d{4}$/.test(year) ? { year: Number(year) } : {}),
    ...(ofMonth === undefined ? {} : { month: ofMonth }),
    ...(/^\d{1,2}$/.test(day) ? { day: Number(day) } : {}),
  };
}

/** A month by its number, if it is written as numbers are here, or by its name. */
function monthOf(text: string, number: RegExp): number | undefined {
  if (!number.test(text)) return monthNamed(text);
  const month = Number(text);
  // From 13 on, the number is a season's.
  return month >= 1 && month <= 12 ? month : undefined;
}
