import { brief, type Rule } from "./rule.ts";

/** A file looks like a copied Daily Papers page, but has no papers. */
export const noPapers: Rule = {
  name: "no-papers",
  severity: "error",
  message: () => "This looks like a Daily Papers page, but no papers were found in it.",
  hint: () => "Copy the page again, from its heading to the date of the last paper.",
};

/**
 * The top of a Daily Papers page, which has its date, is missing. Its papers are not listed under
 * any day.
 */
export const noListingDay: Rule = {
  name: "no-listing-day",
  severity: "warning",
  message: () =>
    "This page has no date, so its papers are not listed under a day. The top of the page, and papers with it, may be missing.",
  hint: () =>
    "Copy the page from its top, or put the date into the file name, such as daily-papers-2025-11-13.txt.",
};

/** A line of a Daily Papers page is where a title should be, but no abstract follows. */
export const noAbstract: Rule<{ title: string }> = {
  name: "no-abstract",
  severity: "error",
  message: ({ title }) =>
    `"${brief(title)}" looks like a title, but no abstract follows, so it was skipped.`,
  hint: () => "Copy the abstract of this paper from the page, or delete the line.",
  example: { title: "Attention Is All You Need" },
};

/** A copied Daily Papers page starts in the middle of a paper. */
export const cutOffStart: Rule<{ text: string }> = {
  name: "cut-off-start",
  severity: "error",
  message: ({ text }) =>
    `The file starts in the middle of a paper. The text "${brief(text)}" has no title above it, so it was skipped.`,
  hint: () => "Copy the page again from its top, or delete the rest of this paper.",
  example: { text: "We show that the bound is tight." },
};

/** A line such as "Published by … · 5 authors" has no paper above it. */
export const loneByline: Rule = {
  name: "lone-byline",
  severity: "error",
  message: () => "There is no paper above this byline, so it was skipped.",
  hint: () => "Copy the title and the abstract from the page, or delete the byline.",
};

/** A paper of a Daily Papers page has no date after its byline. */
export const noDate: Rule<{ title: string }> = {
  name: "no-date",
  severity: "error",
  message: ({ title }) => `"${brief(title)}" has no date after its byline, so its date is unknown.`,
  hint: () => 'Write the date as on the page: "Jul 7" or "Nov 14, 2023".',
  example: { title: "Attention Is All You Need" },
};

/** The text where the date of a paper should be is not a date. */
export const invalidDate: Rule<{ title: string; text: string }> = {
  name: "invalid-date",
  severity: "error",
  message: ({ title, text }) => `"${brief(text)}" is not a date, so "${brief(title)}" has no date.`,
  hint: () => 'Write the date as on the page: "Jul 7" or "Nov 14, 2023".',
  example: { title: "Attention Is All You Need", text: "Jux 7" },
};

/** A date such as February 29 does not exist in the year of the page, or its year is unknown. */
export const impossibleDate: Rule<{ title: string; day: string }> = {
  name: "impossible-date",
  severity: "warning",
  message: ({ title, day }) =>
    `"${brief(title)}" has no date: its year is unknown, or ${day} does not exist in that year.`,
  hint: () =>
    "Set the year of the page under seedYears in content/site.yaml, or put it into the file name.",
  example: { title: "Attention Is All You Need", day: "February 29" },
};

/** The date on a Daily Papers page and the date in its file name differ. */
export const dateMismatch: Rule<{ page: string; name: string }> = {
  name: "date-mismatch",
  severity: "warning",
  message: ({ page, name }) =>
    `The page is dated ${page}, but its file name says ${name}. The date on the page is used.`,
  hint: () => "Rename the file to match the date on the page.",
  example: { page: "November 13", name: "November 14" },
};

/** A page has dates without a year, and each possible year contradicts one of them. */
export const ambiguousYear: Rule<{ file: string; year: number }> = {
  name: "ambiguous-year",
  severity: "warning",
  message: ({ year }) =>
    `No year fits all dates on this page, so ${year} is used: the first year after the latest date that has one.`,
  hint: setYear,
  example: { file: "daily.txt", year: 2025 },
};

/** A page has dates without a year, and none with one from which the year could be inferred. */
export const unknownYear: Rule<{ file: string }> = {
  name: "unknown-year",
  severity: "warning",
  message: () => "No date on this page has a year, so the year of its papers is unknown.",
  hint: setYear,
  example: { file: "daily.txt" },
};

function setYear({ file }: { file: string }): string {
  return `Put the year into the file name, such as daily-papers-2025-11-13.txt, or into content/site.yaml: seedYears: { "${file}": 2025 }.`;
}

/** A copied page ends in the middle of a sentence. */
export const cutOffAbstract: Rule<{ end: string }> = {
  name: "cut-off-abstract",
  severity: "error",
  message: ({ end }) =>
    `The file ends in the middle of an abstract: "…${end}". The text up to there is used.`,
  hint: () => "Copy the page again, down to its end.",
  example: { end: "which leads to the" },
};

/**
 * A copied page ends after a sentence, but without the byline of its last paper. It may be
 * incomplete, so no entries are removed.
 */
export const maybeCutOff: Rule<{ title: string }> = {
  name: "maybe-cut-off",
  severity: "warning",
  message: ({ title }) =>
    `The file ends without a byline for "${brief(title)}", so it may be incomplete. The paper has no date, and no entries are removed.`,
  hint: () =>
    "Copy the page again, down to its end. If the page itself ends here, nothing is wrong.",
  example: { title: "Attention Is All You Need" },
};

/** A response of the Daily Papers API lists no papers for a day. */
export const emptyDay: Rule<{ day: string }> = {
  name: "empty-day",
  severity: "info",
  message: ({ day }) => `${day} has no papers in this source.`,
  hint: () => "If no papers were listed that day, nothing is wrong.",
  example: { day: "2025-11-15" },
};

/** A recorded response of the Daily Papers API is an error message. */
export const dailyPapersError: Rule<{ error: string }> = {
  name: "daily-papers-error",
  severity: "error",
  message: ({ error }) => `The source returned an error instead of papers: "${brief(error)}".`,
  hint: () => "Download this day again, or delete the line.",
  example: { error: "Rate limit exceeded" },
};

/**
 * Some dumps hold records as Python prints them. This one has an expression that would have to be
 * run, which Offprint never does.
 */
export const pythonExpression: Rule<{ reason: string }> = {
  name: "python-expression",
  severity: "error",
  message: ({ reason }) =>
    `This record has Python code, which Offprint does not run, so it was skipped: ${reason}.`,
  hint: () => "Download this day again as JSON.",
  example: { reason: '"datetime" is not a value' },
};
