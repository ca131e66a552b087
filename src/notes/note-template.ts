/** A new note's file: the paper's title to know it by, and what may be said. */
export function noteTemplate(titleText: string): string {
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
    "",
  ].join("\n");
}
