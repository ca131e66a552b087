import { type CheckedNote, checkNote } from "../archive/notes/check-note.ts";
import {
  isSilent,
  marksOf,
  type NoteMarks,
  type ReadingList,
  readingList,
} from "../archive/notes/reading-list.ts";
import { noteComponents, readNotes } from "../project/read-notes.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { isDraft } from "../schemas/parse-note.ts";
import { archive } from "./archive.ts";
import { project, site } from "./settings.ts";

/** A published note as pages show it. */
export interface ShownNote {
  /** Relative to the project. */
  file: string;
  /** The whole file, for where it cannot be shown otherwise. */
  source: string;
  /** Absent where the frontmatter has a fault. */
  marks?: NoteMarks;
  checked: CheckedNote;
}

let read: Promise<Map<string, ShownNote>> | undefined;
let grouped: Promise<ReadingList> | undefined;

/** The published note of a paper, if it has one that shows something. */
export async function noteOf({ id, aliases }: PaperEntry): Promise<ShownNote | undefined> {
  read ??= published();
  const notes = await read;
  return [id, ...aliases].map((name) => notes.get(name)).find((note) => note !== undefined);
}

/** Papers with a note, grouped; read once for all pages. */
export function owners(): Promise<ReadingList> {
  grouped ??= archive().then(async ({ papers }) => {
    const noted = await Promise.all(
      papers.map(async (paper) => ({ paper, marks: (await noteOf(paper))?.marks })),
    );
    return readingList(noted.flatMap(({ paper, marks }) => (marks ? [{ paper, marks }] : [])));
  });
  return grouped;
}

async function published(): Promise<Map<string, ShownNote>> {
  const rules = { code: site.notes.code, components: noteComponents(project) };
  const { value } = await readNotes(project);
  const shown = value
    .filter(({ text }) => !isDraft(text))
    .map(({ path, text, note }): [string, ShownNote] => [
      path.replace(/^.*\//, "").replace(/\.mdx$/, ""),
      {
        file: path,
        source: text,
        ...(note ? { marks: marksOf(note.data, note.body) } : {}),
        checked: checkNote({ path, text }, rules),
      },
    ]);
  return new Map(shown.filter(([, { marks }]) => !marks || !isSilent(marks)));
}
