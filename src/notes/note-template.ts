/** Tells editors which JSON Schema describes the head of a note. */
const schemaLine = "# yaml-language-server: $schema=../../docs/schemas/note.json";

/**
 * The text of a new note: the paper's title as a comment, every setting that a note can have, and the
 * annotation of the paper's reference, whose place the note takes. `hasSchema` says whether the archive
 * has the JSON Schemas for editors.
 */
export function noteTemplate(titleText: string, annotation?: string, hasSchema = false): string {
  return [
    "---",
    `# ${titleText.replace(/\s+/g, " ")}`,
    ...(hasSchema ? [schemaLine] : []),
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
  return [true, false].some((hasSchema) =>
    noteTemplate(title, undefined, hasSchema).startsWith(text),
  );
}
