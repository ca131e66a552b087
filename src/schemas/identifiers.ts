import { z } from "zod";
import { advice, asAddress, asDay, asId } from "./advice.ts";
import { plainAddress } from "./plain-address.ts";
import { printable } from "./printable.ts";

/** arXiv's identifiers since 2007 (`2510.01171`) and before (`hep-th/9901001`), without version. */
export const arxivId = z
  .string()
  .regex(/^(\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?\/\d{7})$/, "an arXiv id such as 2510.01171")
  .register(advice, { advise: (given) => /\d{4}\.\d{4,5}/.exec(given)?.[0] });

/**
 * A DOI without label or address, or a short DOI such as `10/abc`. The text room's `doiField` makes
 * such a DOI of the forms that sources have.
 */
export const doi = z
  .string()
  .overwrite(printable)
  .regex(
    /^10(?:\.\d{4,9}(?:\.\d{1,9}){0,5}\/[^\s\\{}]+|\/[a-zA-Z0-9]{3,12})$/,
    "a DOI such as 10.1145/3292500",
  )
  .register(advice, { advise: (given) => /10\.\d{4,9}(?:\.\d+)*\/[^\s\\{}]+/.exec(given)?.[0] });

// Names of devices on Windows, and what hosts take for the page of a folder; the text room's
// `addressPart` makes no such names.
const otherMeaning = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|\.$|\.html?$/;
const noOtherMeaning = (id: string) => !otherMeaning.test(id);

/** A paper's id: part of its address and its file's name. */
export const paperId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]*$/, "lower-case letters, digits, dots and hyphens")
  .max(100)
  .refine(noOtherMeaning, "a name that no computer or host gives another meaning")
  .brand<"PaperId">()
  .register(advice, { advise: asId });
/** The id of a paper, which is part of its address. */
export type PaperId = z.infer<typeof paperId>;

/** A topic's id: part of its address. */
export const topicId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case words joined by hyphens")
  .max(100)
  .refine(noOtherMeaning, "a name that no computer or host gives another meaning")
  .brand<"TopicId">()
  .register(advice, { advise: asId });
/** The id of a topic, which is part of its address. */
export type TopicId = z.infer<typeof topicId>;

/** A day of the calendar, `2025-10-01`. */
export const dayKey = z.iso
  .date()
  .refine((day) => !day.startsWith("0000"), "a day of the calendar")
  .brand<"DayKey">()
  .register(advice, { advise: asDay });
/** A day as `YYYY-MM-DD`. */
export type DayKey = z.infer<typeof dayKey>;

/** An address that a page may link to: http or https, nothing that runs. */
export const webAddress = z
  .url({ protocol: /^https?$/ })
  .overwrite(plainAddress)
  .register(advice, { advise: asAddress });
