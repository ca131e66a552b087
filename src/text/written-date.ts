import { monthNamed } from "./month-names.ts";

/** The parts of a date that a text has. They need not make a day that exists. */
export interface DateParts {
  year?: number;
  month?: number;
  /** Absent where the text names several days, such as "23-27 May". */
  day?: number;
}

/** `2019-05-03/2019-05-07`, of which the start counts. */
const isoRange = /^(\d{4}(?:-\d\d){0,2})\/\d{4}(?:-\d\d){0,2}$/;
const year = String.raw`([12]\d{3})`;
const forms: readonly { form: RegExp; order: readonly (keyof DateParts)[] }[] = [
  {
    form: new RegExp(String.raw`^${year}[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d|[-/.]\d)`),
    order: ["year", "month", "day"],
  },
  { form: new RegExp(String.raw`^${year}(\d\d)(\d\d)$`), order: ["year", "month", "day"] },
  {
    form: new RegExp(String.raw`^${year}\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?)?`),
    order: ["year", "month", "day"],
  },
  { form: new RegExp(String.raw`^(\d{1,2})[-/.]${year}$`), order: ["month", "year"] },
  {
    form: new RegExp(String.raw`^(\d{1,2})\.\s?(\d{1,2})\.\s?${year}$`),
    order: ["day", "month", "year"],
  },
  // Which number is the month is known only where the other cannot be one.
  {
    form: new RegExp(String.raw`^(1[3-9]|2\d|3[01])[-/](\d{1,2})[-/]${year}$`),
    order: ["day", "month", "year"],
  },
  {
    form: new RegExp(String.raw`^(\d{1,2})[-/](1[3-9]|2\d|3[01])[-/]${year}$`),
    order: ["month", "day", "year"],
  },
];

/**
 * Reads a date as people and programs write it, also in TeX and with names of months in many
 * languages: `3~May`, `OCT 1`, `2010 Sep-Oct`, `2015/october`, `1er mai 2019`, `2019-05-03`. Of a
 * range, the first year and month count.
 */
export function writtenDate(text: string): DateParts {
  const plain = withoutTex(text).trim().replace(isoRange, "$1");
  return inNumbers(plain) ?? inWords(plain);
}

function inNumbers(text: string): DateParts | undefined {
  for (const { form, order } of forms) {
    const match = form.exec(text);
    if (!match) continue;
    const parts: DateParts = {};
    for (const [index, name] of order.entries()) {
      const number = match[index + 1];
      if (number !== undefined) parts[name] = Number(number);
    }
    return isMonth(parts.month ?? 1) ? parts : { year: parts.year ?? 0 };
  }
  return undefined;
}

function inWords(text: string): DateParts {
  const words = text.replace(/\d{1,2}(?::\d\d){1,2}/g, " ").match(/\p{L}{1,40}|\d{1,9}/gu) ?? [];
  const numbers = words.filter((word) => /^\d{1,2}$/.test(word)).map(Number);
  const months = words.map(monthNamed).filter((month) => month !== undefined);
  const years = words.filter((word) => /^[12]\d{3}$/.test(word)).map(Number);
  const [first] = months;
  const isOneDay = numbers.length === 1 && new Set(months).size === 1;
  const bare = years.length === 0 && /^[\d\W]*$/.test(text) ? numbers[0] : undefined;
  const month = first ?? (bare !== undefined && isMonth(bare) ? bare : undefined);
  return {
    ...(years[0] === undefined ? {} : { year: years[0] }),
    ...(month === undefined ? {} : { month }),
    ...(isOneDay && numbers[0] !== undefined ? { day: numbers[0] } : {}),
  };
}

function isMonth(number: number): boolean {
  return number >= 1 && number <= 12;
}

/** A text with TeX's spaces and dashes as characters, and without its braces and accents. */
function withoutTex(text: string): string {
  if (!/[\\{}~]/.test(text)) return text;
  return text
    .replace(/\\(?:noopsort|sortkey|no_?op)\s*\{[^{}]{0,100}\}/gi, "")
    .replace(/\\text(?:en|em)dash(?![A-Za-z])/g, "-")
    .replace(/~|\\[\s,;:]/g, " ")
    .replace(/\\(?:[^A-Za-z]|[A-Za-z](?![A-Za-z]))/g, "")
    .replace(/[{}]/g, "");
}
