import { brief, type Rule } from "./rule.ts";

/** A record has one field twice. */
export const duplicateField: Rule<{ fields: string; used: "first" | "last" }> = {
  name: "duplicate-field",
  severity: "warning",
  message: ({ fields, used }) =>
    `This record has more than one value for ${fields}. The ${used} one is used.`,
  hint: () => "Keep the right value, and delete the others.",
  example: { fields: "year", used: "first" },
};

/** A RIS reference has a tag twice, often because the line between two references is missing. */
export const duplicateTag: Rule<{ tag: string }> = {
  name: "duplicate-tag",
  severity: "warning",
  message: ({ tag }) => `This reference has the tag ${tag} twice. The first value is used.`,
  hint: () =>
    "If these are two references, end the first with `ER  - ` and start the second with `TY  - `.",
  example: { tag: "TI" },
};

/** A RIS reference does not end with an `ER` line. */
export const unclosedReference: Rule = {
  name: "unclosed-reference",
  severity: "error",
  message: () => "This reference has no ER line at its end. It may be incomplete.",
  hint: () => "Export it again, or add a line `ER  - ` at its end.",
};

/** The XML of a paper from arXiv is damaged, but a title could be read. */
export const damagedEntry: Rule<{ reason: string }> = {
  name: "damaged-entry",
  severity: "error",
  message: ({ reason }) =>
    `This entry is not valid XML, so parts of the paper may be missing: ${reason}.`,
  hint: () => "Download the file again, or repair the entry.",
  example: { reason: "Expected closing tag 'b' in line 3" },
};

/** A RIS file has a line between two references. */
export const strayText: Rule = {
  name: "stray-text",
  severity: "warning",
  message: () => "This line is outside any reference, so it was skipped.",
  hint: () =>
    "If it is part of a damaged reference, export that reference again. Otherwise, delete the line.",
};

/** A BibTeX file has no entries. */
export const noEntries: Rule = {
  name: "no-entries",
  severity: "warning",
  message: () => "This BibTeX file has no entries for papers.",
  hint: () => "If that is what you want, delete the file.",
};

/** A BibTeX file has fields without the line that starts an entry, or an entry without a key. */
export const strayFields: Rule = {
  name: "stray-fields",
  severity: "error",
  message: () => "These fields are not inside an entry, so they were skipped.",
  hint: () => "Start the entry with a line such as `@article{key,`.",
};

/** A BibTeX entry lacks its last brace or quotation mark. */
export const unclosedEntry: Rule<{ entry: string }> = {
  name: "unclosed-entry",
  severity: "error",
  message: ({ entry }) =>
    `The entry ${entry} does not end: a closing brace or quotation mark is missing. Only its complete fields were read.`,
  hint: () => "Close the entry, or copy it again.",
  example: { entry: '"smith2020"' },
};

/** A BibTeX entry has text between its fields, as after a missing comma, brace or quotation mark. */
export const textOutsideFields: Rule<{ entry: string; text: string }> = {
  name: "text-outside-fields",
  severity: "error",
  message: ({ entry, text }) =>
    `The entry ${entry} has text that belongs to no field, so it was skipped: ${brief(text)}`,
  hint: () =>
    "Check the commas, braces and quotation marks before the text. If you do not need it, delete it.",
  example: { entry: '"smith2020"', text: "and more" },
};

/** A field in BibTeX names a string that no `@string` before it defines. */
export const unknownString: Rule<{ entry: string; field: string; text: string }> = {
  name: "unknown-string",
  severity: "warning",
  message: ({ entry, field, text }) =>
    `The field ${field} of the entry ${entry} has the name "${brief(text)}", which no @string defines. It was read as text.`,
  hint: ({ text }) =>
    `Define it before the entry, as in @string{${brief(text)} = {…}}, or put the text in braces.`,
  example: { entry: '"smith2020"', field: "journal", text: "tpami" },
};

/** A value in BibTeX has quotation marks inside of quotation marks, or several words without any. */
export const unclearEnd: Rule<{ entry: string; field: string }> = {
  name: "unclear-end",
  severity: "warning",
  message: ({ entry, field }) =>
    `It is not clear where the field ${field} of the entry ${entry} ends. Its text was read up to where the next field seems to begin.`,
  hint: ({ field }) => `Put the text in braces: ${field} = {…}.`,
  example: { entry: '"smith2020"', field: "title" },
};

/** A BibTeX entry names another one, by `crossref` or `xdata`, from which it cannot take fields. */
export const noParent: Rule<{
  entry: string;
  field: string;
  parent: string;
  reason: "missing" | "cycle";
}> = {
  name: "no-parent",
  severity: "warning",
  message: ({ entry, field, parent, reason }) =>
    reason === "missing"
      ? `The entry ${entry} takes fields from "${brief(parent)}" by ${field}, but the file has no such entry. Facts such as its venue may be missing.`
      : `The entry ${entry} takes fields from "${brief(parent)}" by ${field}, which takes fields from it in turn. They were read without each other's fields.`,
  hint: ({ field, parent, reason }) =>
    reason === "missing"
      ? `Copy the entry "${brief(parent)}" into the file, or delete ${field}.`
      : `Delete ${field} in one of the two.`,
  example: { entry: '"smith2020"', field: "crossref", parent: "acl20", reason: "missing" },
};

/** A BibTeX entry for proceedings or a book has its papers in the same file. */
export const venueOfOthers: Rule<{ entry: string; count: number }> = {
  name: "venue-of-others",
  severity: "info",
  message: ({ entry, count }) =>
    `The entry ${entry} is the venue of ${count === 1 ? "another entry" : `${count.toLocaleString("en")} other entries`}, so it is not a paper of its own.`,
  example: { entry: '"acl20"', count: 2 },
};

/** A BibTeX file has groups of JabRef that a search fills, of which the file does not say what is in them. */
export const searchedGroups: Rule<{ searched: readonly string[] }> = {
  name: "searched-groups",
  severity: "info",
  message: ({ searched }) =>
    `JabRef fills ${searched.length === 1 ? "this group" : `these ${searched.length.toLocaleString("en")} groups`} by a search, so ${searched.length === 1 ? "it is" : "they are"} not collections of papers here: ${brief(searched.join(", "))}.`,
  hint: () => "If you need them, assign the entries to a group of explicit selection in JabRef.",
  example: { searched: ["Bees since 2020"] },
};

/** The date of a record was not understood, or only in part, so the paper has no date or a shorter one. */
export const unreadDate: Rule<{ record: string; text: string; used: string | undefined }> = {
  name: "unread-date",
  severity: "warning",
  message: ({ record, text, used }) =>
    used === undefined
      ? `The date of ${record} could not be read, so the paper has no date: ${brief(text)}`
      : `The date of ${record} could not be read in full, so only ${used} is used: ${brief(text)}`,
  hint: () => "Write the date as 2019-05-03, 2019-05 or 2019, or correct it in a note.",
  example: { record: 'the entry "smith2020"', text: "in press", used: undefined },
};

const namedTitles = 3;

/**
 * Records of a file have no date, and no other source dates their papers. One message names them all,
 * because a bibliography may have many.
 */
export const undatedPapers: Rule<{ titles: readonly string[] }> = {
  name: "undated-papers",
  severity: "info",
  message: ({ titles }) => {
    const first = titles.slice(0, namedTitles).map((title) => `"${brief(title)}"`);
    const more = titles.length - first.length;
    const others = more > 0 ? [`${more.toLocaleString("en")} more`] : [];
    const names = new Intl.ListFormat("en").format([...first, ...others]);
    return titles.length === 1
      ? `A paper in this file has no date of publication: ${names}.`
      : `${titles.length.toLocaleString("en")} papers in this file have no date of publication: ${names}.`;
  },
  hint: () => "Add the year to the file, or the date to a note.",
  example: { titles: ["On Bounds", "Bandits That Wait", "Growth of Crystals", "On Sums"] },
};

/** Commas or semicolons divide the authors of a BibTeX entry, where "and" must. */
export const unclearNames: Rule<{ entry: string; names: string }> = {
  name: "unclear-names",
  severity: "warning",
  message: ({ entry, names }) =>
    `Commas or semicolons divide the authors of the entry ${entry}, so where each name ends is a guess. They were read as: ${brief(names)}`,
  hint: () => 'Write "and" between the names.',
  example: { entry: '"smith2020"', names: "Ada Byron; Bo Cheng; Di Du" },
};
