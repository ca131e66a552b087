import type { Added } from "../src/workspace/add/add-papers.ts";

/** The most notes about one list that are printed. `--json` has them all. */
const mostNotes = 5;

/** What was saved for one argument, and what was not, one line each. */
export function describeAdded(added: Added): string {
  const { asked, files, isNew, failures, notes = [] } = added;
  const isThere = files.length > 0 || (failures.length === 0 && !isOnlyNotes(added));
  const done = isNew
    ? [`${asked}: saved ${files.join(" and ")}`]
    : isThere
      ? [`${asked}: already there`]
      : [];
  return [
    ...done,
    ...failures.map((failure) => `${asked}: failed: ${failure}`),
    ...describeNotes(asked, notes),
  ].join("\n");
}

/** What a list has beside papers, one line each. */
export function describeNotes(asked: string, notes: readonly string[]): string[] {
  const more = notes.length - mostNotes;
  return [
    ...notes.slice(0, mostNotes).map((note) => `${asked}: ${note}`),
    ...(more > 0 ? [`${asked}: and ${more} more such links; --json names them`] : []),
  ];
}

/** Whether a result only says what a list has beside papers. */
export function isOnlyNotes({ files, failures, notes = [] }: Added): boolean {
  return notes.length > 0 && files.length + failures.length === 0;
}
