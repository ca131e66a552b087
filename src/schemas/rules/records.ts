import { brief, type Rule } from "./rule.ts";

/** Part of a JSON or XML file cannot be parsed. The records around it are read. */
export const brokenRecord: Rule<{ reason: string }> = {
  name: "broken-record",
  severity: "error",
  message: ({ reason }) => `This record cannot be parsed, so it was skipped: ${reason}.`,
  hint: () => "Download the file again, or repair the record.",
  example: { reason: "a quotation mark is missing (line 12)" },
};

/** Offprint could not process a record. The others are not affected. */
export const recordFailed: Rule<{ title: string; reason: string }> = {
  name: "record-failed",
  severity: "error",
  message: ({ title, reason }) =>
    `"${brief(title)}" could not be processed, so it was skipped: ${reason}.`,
  hint: () => "Shorten or simplify its texts. If they look normal, please report this.",
  example: { title: "On Bounds", reason: "it is too large or nested too deeply" },
};

/** Offprint could not read a file of `seeds/`. The others are not affected. */
export const seedFailed: Rule<{ reason: string }> = {
  name: "seed-failed",
  severity: "error",
  message: ({ reason }) => `This file could not be read, so it was skipped: ${reason}.`,
  hint: () => "If the file looks normal, please report this.",
  example: { reason: "it is too large or nested too deeply" },
};

/** A record of a source has no title, and nothing else by which the paper could be identified. */
export const noTitle: Rule<{ record: string }> = {
  name: "no-title",
  severity: "error",
  message: ({ record }) => `${record} has no title, so it was skipped.`,
  hint: () => "Add a title, or delete the record.",
  example: { record: 'The entry "smith2020"' },
};

/** A file has a record of another kind among those of its format. */
export const unknownRecord: Rule<{ format: string }> = {
  name: "unknown-record",
  severity: "error",
  message: ({ format }) => `This is not a record of ${format}, so it was skipped.`,
  hint: () => "Move it to a file of its own, or delete it.",
  example: { format: "the Daily Papers API" },
};

/** The title or the abstract of a record is far longer than that of any paper. */
export const longRecord: Rule<{ limit: string }> = {
  name: "long-record",
  severity: "error",
  message: ({ limit }) =>
    `This record has a text of more than ${limit} characters, so it was skipped.`,
  hint: () => "Shorten the text, or delete the record.",
  example: { limit: "1,000,000" },
};

/** The title or the abstract of a paper is too long, or has too many asterisks, to be read as Markdown. */
export const longText: Rule<{ title: string; what: "title" | "abstract"; length: number }> = {
  name: "long-text",
  severity: "warning",
  message: ({ title, what, length }) =>
    `The ${what} of "${brief(title)}" has ${length.toLocaleString("en")} characters, or more signs of emphasis than a text has. It is shown as it is, without formulas, links and paragraphs.`,
  hint: () => "Check whether the source has something else there, and shorten it.",
  example: { title: "Attention Is All You Need", what: "abstract", length: 120_000 },
};

/**
 * A field of a record that should have a DOI or an arXiv id has something else, or only a part of it.
 * What is left of an id may be another paper's, so it is not used.
 */
export const unreadableId: Rule<{
  title: string;
  kind: "DOI" | "arXiv id";
  value: string;
  why: string;
}> = {
  name: "unreadable-id",
  severity: "warning",
  message: ({ title, kind, value, why }) =>
    `"${brief(value)}" cannot be read as the ${kind} of "${brief(title)}", because ${why}. It was not used.`,
  hint: () => "Correct it in the file, or give the id in a note.",
  example: {
    title: "Polarisation of Thin Layers",
    kind: "DOI",
    value: "10.1002/(SICI)1521-3951(199911)216:1",
    why: "its end is missing",
  },
};

/** A line in a list of arXiv ids and DOIs does not start with one. */
export const lineWithoutId: Rule = {
  name: "line-without-id",
  severity: "error",
  message: () => "This line does not start with an arXiv id or a DOI, so it was skipped.",
  hint: () => "Add the id, or start the line with # if it is a comment.",
};

/** An address in a list of papers has no arXiv id or DOI in it, as those of OpenReview. */
export const addressWithoutId: Rule<{ host: string }> = {
  name: "address-without-id",
  severity: "error",
  message: ({ host }) =>
    `This address of ${host} has no arXiv id or DOI in it, so the line was skipped.`,
  hint: ({ host }) =>
    /(?:openreview\.net|semanticscholar\.org)$/.test(host)
      ? "Run `npm run add -- ADDRESS`, which asks the site, or give the DOI or the arXiv id that its page shows."
      : "Give the DOI or the arXiv id that its page shows, or save the BibTeX entry of its page as a file in seeds/.",
  example: { host: "openreview.net" },
};

/** A link in a list of links or bookmarks leads to no paper. A list may have any links. */
export const linkWithoutPaper: Rule<{ host: string }> = {
  name: "link-without-paper",
  severity: "info",
  message: ({ host }) => `This link to ${host} has no arXiv id or DOI in it, so it was left out.`,
  hint: () => "If it is about a paper, add the paper by its arXiv id or DOI.",
  example: { host: "example.org" },
};

/** A row of a table of papers names none. */
export const rowWithoutPaper: Rule = {
  name: "row-without-paper",
  severity: "error",
  message: () =>
    "This row has no arXiv id, DOI or link of a paper in any column, so it was skipped.",
  hint: () => "Add the paper by its arXiv id or DOI, or export the table as BibTeX.",
};

/** Fields of a record have values of the wrong type. The rest of the record is used. */
export const invalidField: Rule<{ title: string; fields: string }> = {
  name: "invalid-field",
  severity: "warning",
  message: ({ title, fields }) =>
    `These fields of "${brief(title)}" are not valid and were ignored: ${fields}.`,
  hint: () => "Correct the fields, or delete them.",
  example: {
    title: "Attention Is All You Need",
    fields: "year (Invalid input: expected number, received array)",
  },
};

/** A paper in a reading list that you wrote in YAML has an unknown field or an invalid value. */
export const invalidListField: Rule<{ reason: string; hint?: string | undefined }> = {
  name: "invalid-list-field",
  severity: "error",
  message: ({ reason }) => `${reason} The field was ignored.`,
  hint: ({ hint = "Correct the field, or delete it." }) => hint,
  example: { reason: 'There is no setting "titel" here.', hint: 'Did you mean "title"?' },
};

/** A reading list in YAML has something else beside `papers:`. */
export const unknownListKey: Rule<{ key: string }> = {
  name: "unknown-list-key",
  severity: "warning",
  message: ({ key }) => `“${key}” beside “papers” was ignored.`,
  hint: () => "Move papers into the list under papers, and make notes about the file comments (#).",
  example: { key: "more" },
};

/** A value in a reading list has a YAML tag that means nothing here. */
export const unknownTag: Rule<{ reason: string }> = {
  name: "unknown-tag",
  severity: "warning",
  message: ({ reason }) => `A tag was ignored, and the text after it was kept. ${reason}.`,
  hint: () => "If the exclamation mark is part of the text, put the text in quotes.",
  example: { reason: "Unresolved tag: !important" },
};

/** A paper in a file made by `npm run export` was changed so that it is not valid anymore. */
export const invalidExport: Rule<{ field: string; reason: string }> = {
  name: "invalid-export",
  severity: "error",
  message: ({ field, reason }) =>
    `This exported paper was skipped because its field ${field} is not valid: ${reason}.`,
  hint: () => "Export the archive again, or correct the field.",
  example: { field: "published", reason: "Invalid ISO date" },
};

/** Papers of a file made by `npm run export` have a format that only a later version can read. */
export const laterExport: Rule<{ count: number; version: number; known: number }> = {
  name: "later-export",
  severity: "error",
  message: ({ count, version, known }) =>
    `${count === 1 ? "This paper was" : `${count.toLocaleString("en")} papers in this file were`} exported by a later version of Offprint, so ${count === 1 ? "it was" : "they were"} skipped: the schemaVersion is ${version}, and this version reads up to ${known}.`,
  hint: () => "Update Offprint, then run `npm run ingest` again.",
  example: { count: 12, version: 3, known: 2 },
};

/** A recorded response of the arXiv API has no papers. */
export const noResults: Rule = {
  name: "no-results",
  severity: "error",
  message: () => "This response of the arXiv API has no papers.",
  hint: () => "Run `npm run add -- ID` again, or delete the file.",
};

/** A recorded response of the arXiv API is an error message. */
export const arxivError: Rule<{ error: string }> = {
  name: "arxiv-error",
  severity: "error",
  message: ({ error }) => `arXiv returned an error instead of a paper: "${brief(error.trim())}".`,
  hint: () => "Check the id, and download the paper again.",
  example: { error: "incorrect id format for 1234" },
};

/** The end of an arXiv feed is missing, so papers may be missing too. */
export const cutOffFeed: Rule = {
  name: "cut-off-feed",
  severity: "error",
  message: () => "The feed stops here without an end, so papers may be missing.",
  hint: () => "Download the file again.",
};
