import type { Rule } from "./rule.ts";

/** A problem of one value in a file: what is wrong, and what to write instead if that is clear. */
interface Problem {
  reason: string;
  hint?: string | undefined;
}

const hintOf = ({ hint }: Problem) => hint;
const example: Problem = {
  reason: 'There is no setting "titel" here.',
  hint: 'Did you mean "title"?',
};

/**
 * A YAML file cannot be parsed. This is about your settings, the frontmatter of your notes and pages,
 * and reading lists.
 */
export const invalidYaml: Rule<{ reason: string }> = {
  name: "invalid-yaml",
  severity: "error",
  message: ({ reason }) => `This is not valid YAML: ${reason}`,
  hint: () =>
    "Check the indentation, and put quotes around text that has a colon in it or begins with a sign such as `*`.",
  example: { reason: "Map keys must be unique" },
};

/** Git could not merge two versions of a file, and left both in it. */
export const gitConflict: Rule = {
  name: "git-conflict",
  severity: "error",
  message: () => "Git left a conflict here: both versions of these lines are in the file.",
  hint: () => "Keep what you want of both, and delete the lines <<<<<<<, ======= and >>>>>>>.",
};

/** A YAML file refers to parts of itself so often that it would fill the memory. */
export const tooManyAliases: Rule = {
  name: "too-many-aliases",
  severity: "error",
  message: () => "This YAML file repeats parts of itself (`&name`, `*name`) too many times.",
  hint: () => "Replace each `*name` with the text that it refers to.",
};

/** A file of settings in `content/` has an unknown setting, or a setting with an invalid value. */
export const invalidSetting: Rule<Problem> = {
  name: "invalid-setting",
  severity: "error",
  message: ({ reason }) => reason,
  hint: hintOf,
  example,
};

/** The frontmatter of a note has an unknown setting, or a setting with an invalid value. */
export const invalidNote: Rule<Problem> = {
  name: "invalid-note",
  severity: "error",
  message: ({ reason }) => `${reason} The note was skipped.`,
  hint: hintOf,
  example,
};

/** The frontmatter of a page in `content/pages/` has a setting with an invalid value. */
export const invalidPage: Rule<Problem> = {
  name: "invalid-page",
  severity: "error",
  message: ({ reason }) => reason,
  hint: hintOf,
  example: {
    reason: "title is 2025, but must be text (in quotes if it looks like a number or a date).",
  },
};

/** `language` in `content/site.yaml` is one into which the interface is not translated. */
export const untranslatedLanguage: Rule<{ language: string; known: readonly string[] }> = {
  name: "untranslated-language",
  severity: "warning",
  message: ({ language }) =>
    `The interface is not translated into "${language}", so the site is in English.`,
  hint: ({ known }) =>
    `Set language to one of: ${known.join(", ")}. A region such as de-AT is fine.`,
  example: { language: "fr", known: ["en (English)", "de (German)"] },
};

/** A file in `content/overrides/` is not named after a component that can be replaced. */
export const unknownOverride: Rule<{ file: string; nearest: string; known: readonly string[] }> = {
  name: "unknown-override",
  severity: "error",
  message: ({ file }) => `"${file}" does not replace any component.`,
  hint: ({ nearest, known }) =>
    `Did you mean "${nearest}.astro"? You can replace: ${known.join(", ")}.`,
  example: { file: "Mastead.astro", nearest: "Masthead", known: ["Colophon", "Masthead"] },
};

/** A line of the file of recipients is not a mail address. */
export const badRecipient: Rule<{ given: string }> = {
  name: "bad-recipient",
  severity: "error",
  message: ({ given }) => `“${given}” is not a mail address, so this line gets no mail.`,
  hint: () => "Write `ada@example.org` or `Ada Lovelace <ada@example.org>`, one a line.",
  example: { given: "ada at example.org" },
};

/** A name in `content/lexicon.yaml` has nothing to search for. */
export const nameOfCommonWords: Rule<{ name: string }> = {
  name: "name-of-common-words",
  severity: "warning",
  message: ({ name }) =>
    `"${name}" leads to no term: a search passes over words as common as these.`,
  hint: () => "Add a word that says more, or delete the name.",
  example: { name: "over and over" },
};
