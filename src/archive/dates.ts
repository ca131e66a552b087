/** Days, months and years as people write them, in the archive's language. */
export interface DateWords {
  /** `2025-10-01` as "1 October 2025". */
  day: (key: string) => string;
  /** `2025-10-01` as "1 Oct". */
  dayOfYear: (key: string) => string;
  /** `2025-10` as "October 2025". */
  month: (key: string) => string;
  /** `2025-10-01` as "1 October 2025", `2025-10` as "October 2025", `2025` as "2025". */
  period: (key: string) => string;
  /** `2025-10` as "October". */
  monthName: (key: string) => string;
  /** `2025-10` as "Oct". */
  monthShort: (key: string) => string;
  /** `2025-10-01` as "Wednesday". */
  weekday: (key: string) => string;
}

/** Writers for a language; formatters are made once, since they are slow to make. */
export function dateWords(language: string): DateWords {
  // "1 October 2025" reads best in running text; plain "en" would give "October 1, 2025".
  const locale = language === "en" ? "en-GB" : language;
  const writer = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
    return (key: string) => format.format(new Date(`${key.padEnd(10, "-01")}T00:00:00Z`));
  };
  const [month, year] = [writer({ month: "long", year: "numeric" }), writer({ year: "numeric" })];
  const day = writer({ day: "numeric", month: "long", year: "numeric" });
  return {
    day,
    dayOfYear: writer({ day: "numeric", month: "short" }),
    month,
    period: (key) => (key.length > 7 ? day : key.length > 4 ? month : year)(key),
    monthName: writer({ month: "long" }),
    monthShort: writer({ month: "short" }),
    weekday: writer({ weekday: "long" }),
  };
}
