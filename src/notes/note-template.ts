/**
 * The text of a new note: the paper's title as a comment, every setting that a note can have, and the
 * annotation of the paper's reference, whose place the note takes.
 */
export function noteTemplate(titleText: string, annotation?: string): string {
  return [
    "---",
    `# ${titleText.replace(/\s+/g, " ")}`,
    "status: to-read # or reading, read",
    "# rating: 4 # 1 to 5",
    "# readOn: 2026-01-31",
    "tags: []",
    "# draft: true # keeps this note from the site",
    "---",
    "",
    annotation === undefined ? "" : `${annotation}\n`,
  ].join("\n");
}

/** Whether a text is the beginning of a new note, or all of it, in which nobody has written. */
export function isUnwrittenNote(text: string): boolean {
  const title = text.split("\n")[1]?.replace(/^#? ?/, "") ?? "";
  return noteTemplate(title).startsWith(text);
}
