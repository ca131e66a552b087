import { katexError, type Rule } from "./rule.ts";

/** A file or folder in `content/notes/` cannot be read, or is a symbolic link. */
export const unreadNote: Rule<{ reason: string }> = {
  name: "unread-note",
  severity: "error",
  message: ({ reason }) => `This was not read: ${reason}.`,
  hint: () => "Make it readable, or put a copy of the note in its place.",
  example: { reason: "it is a symbolic link" },
};

/** A text file in `content/notes/` does not end in `.mdx`. */
export const noteExtension: Rule<{ rename: string }> = {
  name: "note-extension",
  severity: "warning",
  message: () => "This file was not read because notes must end in .mdx.",
  hint: ({ rename }) => `Rename it to ${rename}. Plain Markdown works in .mdx files too.`,
  example: { rename: "2510.01171.mdx" },
};

/** The file name of a note is not a paper's id. */
export const invalidNoteName: Rule<{ name: string; rename: string }> = {
  name: "invalid-note-name",
  severity: "error",
  message: ({ name }) =>
    `"${name}" is not the id of a paper, so this note was skipped. Ids consist of lower-case letters, digits, dots and hyphens.`,
  hint: ({ rename }) =>
    `Name the file after the last part of the paper's address, such as ${rename}.`,
  example: { name: "My Paper.mdx", rename: "my-paper.mdx" },
};

/** No paper has the id in the file name of a note. */
export const noteWithoutPaper: Rule<{ id: string; nearest: string[] }> = {
  name: "note-without-paper",
  severity: "error",
  message: ({ id }) => `No paper has the id "${id}", so this note was skipped.`,
  hint: ({ nearest }) =>
    `Rename the file to the id of a paper${nearest.length > 0 ? ` (similar ids: ${nearest.join(", ")})` : ", the last part of its address"}. Or add a title to the note to make it a paper of its own.`,
  example: { id: "2510.0117", nearest: ["2510.01171"] },
};

/**
 * The frontmatter of a note has a setting twice, as after a merge of two versions of the note, of which git keeps the
 * lines of both.
 */
export const repeatedSetting: Rule<{ name: string; line: number }> = {
  name: "repeated-setting",
  severity: "warning",
  message: ({ name, line }) =>
    `This note has the setting "${name}" again on line ${line}, which counts.`,
  hint: () => "Delete the one that is wrong.",
  example: { name: "status", line: 3 },
};

/**
 * The text of a note has settings in it, as after a merge of two versions of the note, of which git keeps the lines of
 * both.
 */
export const straySettings: Rule = {
  name: "stray-settings",
  severity: "warning",
  message: () =>
    "There are settings in the text of this note. They count as its settings, and are not shown.",
  hint: () => "Move these lines up to the others, and delete the line --- after them.",
};

/** Two notes are about one paper, by its present id and a former one, or by ids within the notes. */
export const duplicateNote: Rule<{ id: string; other: string }> = {
  name: "duplicate-note",
  severity: "error",
  message: ({ id, other }) =>
    `This note and ${other} are about the same paper, "${id}". This one was skipped.`,
  hint: ({ other }) => `Move its text into ${other}, and delete this file.`,
  example: { id: "2510.01171", other: "content/notes/2510.01171.mdx" },
};

/** `sameAs` or `differentFrom` in a note names a paper that does not exist. */
export const unknownPaper: Rule<{ key: string; id: string; nearest: string[] }> = {
  name: "unknown-paper",
  severity: "error",
  message: ({ key, id }) => `No paper has the id "${id}", so it was ignored in ${key}.`,
  hint: ({ nearest }) =>
    `Use the last part of the paper's address${nearest.length > 0 ? `. Similar ids: ${nearest.join(", ")}` : ", or delete the id"}.`,
  example: { key: "sameAs", id: "2510.0117", nearest: ["2510.01171"] },
};

/** A note that makes a paper of its own has `sameAs`, which only works in a note about a paper. */
export const sameAsAlone: Rule<{ ids: readonly string[] }> = {
  name: "same-as-alone",
  severity: "error",
  message: ({ ids }) =>
    `This note makes a paper of its own, so sameAs: [${ids.join(", ")}] was ignored.`,
  hint: ({ ids }) => `To write about that paper, rename the file to ${ids[0]}.mdx.`,
  example: { ids: ["2510.01171"] },
};

/** A note gives a paper a topic that does not exist. */
export const unknownNoteTopic: Rule<{ id: string; title: string; nearest?: string | undefined }> = {
  name: "unknown-note-topic",
  severity: "error",
  message: ({ id, title }) => `There is no topic "${id}", so it was not added to "${title}".`,
  hint: ({ nearest }) =>
    `${nearest === undefined ? "" : `Did you mean "${nearest}"? `}You can add topics in content/topics.yaml.`,
  example: { id: "bandit", title: "Tallying Bandits", nearest: "bandits" },
};

/** A note corrects a formula with LaTeX that KaTeX cannot typeset. */
export const invalidCorrection: Rule<{ text: string; reason: string }> = {
  name: "invalid-correction",
  severity: "error",
  message: ({ text, reason }) =>
    `KaTeX cannot typeset the correction of "${text}", so it was ignored: ${katexError(reason)}.`,
  hint: () =>
    "Fix the LaTeX. Put it in single quotes ('O(m\\log m)'), so that YAML keeps its backslashes.",
  example: { text: "L2", reason: "Unexpected end of input" },
};

/** The text that a note corrects is in neither the title nor the abstract of the paper. */
export const correctionNotFound: Rule<{
  text: string;
  title: string;
  /** The file and line of the text of the paper. */
  source: string;
  /** Similar formulas in that text. */
  nearest: string[];
}> = {
  name: "correction-not-found",
  severity: "warning",
  message: ({ text, title }) =>
    `"${text}" is in neither the title nor the abstract of "${title}", so the correction was ignored.`,
  hint: ({ source, nearest }) => {
    const similar = nearest.map((one) => `"${one}"`).join(", ");
    return `Copy the text from ${source}${similar === "" ? "" : `. Similar formulas there: ${similar}`}.`;
  },
  example: {
    text: "O(m log m)",
    title: "On Bounds",
    source: "seeds/a.txt:4",
    nearest: ["O(mlog(m))"],
  },
};

/** A note corrects an occurrence of a text that does not exist, such as the third of two. */
export const correctionOccurrence: Rule<{
  text: string;
  title: string;
  occurrence: number;
  found: number;
}> = {
  name: "correction-occurrence",
  severity: "warning",
  message: ({ text, title, occurrence, found }) =>
    `occurrence is ${occurrence}, but "${title}" has "${text}" ${found === 1 ? "only once" : `only ${found} times`}. The correction was ignored.`,
  hint: ({ found }) =>
    found === 1
      ? "Remove occurrence, or set it to 1."
      : `Set occurrence to a number from 1 to ${found}.`,
  example: { text: "O(m log m)", title: "On Bounds", occurrence: 3, found: 2 },
};

/** A note corrects the same text twice. */
export const correctionRepeated: Rule<{ text: string; title: string }> = {
  name: "correction-repeated",
  severity: "warning",
  message: ({ text, title }) =>
    `"${text}" in "${title}" is already corrected above, so this correction was ignored.`,
  hint: () => "Delete one of the two corrections, or use occurrence to correct another place.",
  example: { text: "O(m log m)", title: "On Bounds" },
};
