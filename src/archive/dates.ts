import { localeOf } from "../i18n/languages.ts";
import { locale } from "../i18n/locale.ts";

/** Formats days, months and years in one language. Keys are ISO dates or their beginnings. */
export interface DateFormats {
  /** `2025-10-01` as "1 October 2025". */
  day: (key: string) => string;
  /** `2025-10-01` as "1 Oct 2025", `2025-10` as "Oct 2025", `2025` as "2025". */
  short: (key: string) => string;
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

/** Date formats for a BCP 47 tag. `Intl` formatters are slow to create, so keep the result. */
export function dateFormats(tag: string): DateFormats {
  const formatter = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(localeOf(tag), { ...options, timeZone: "UTC" });
    // Lists name the same days again and again.
    const known = new Map<string, string>();
    return (key: string) => {
      const written =
        known.get(key) ?? format.format(new Date(`${key.padEnd(10, "-01")}T00:00:00Z`));
      known.set(key, written);
      return written;
    };
  };
  const month = formatter({ month: "long", year: "numeric" });
  const year = formatter({ year: "numeric" });
  const shortDay = formatter({ day: "numeric", month: "short", year: "numeric" });
  const shortMonth = formatter({ month: "short", year: "numeric" });
  const day = formatter({ day: "numeric", month: "long", year: "numeric" });
  return {
    day,
    short: (key) => (key.length > 7 ? shortDay : key.length > 4 ? shortMonth : year)(key),
    dayOfYear: formatter({ day: "numeric", month: "short" }),
    month,
    period: (key) => (key.length > 7 ? day : key.length > 4 ? month : year)(key),
    monthName: formatter({ month: "long" }),
    monthShort: formatter({ month: "short" }),
    weekday: formatter({ weekday: "long" }),
  };
}

/** Dates in the site's language. */
export const dates = dateFormats(locale);
