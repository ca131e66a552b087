import { type CheckedNote, checkNote } from "../notes/check-note.ts";
import { isDraft } from "../notes/parse-note.ts";
import { isSilent, marksOf, type NoteMarks } from "../notes/reading-list.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import type { Site } from "../schemas/site.ts";
import type { Workspace } from "./paths.ts";
import { noteComponents, readNotes } from "./read-notes.ts";

/** A note as the site shows it. */
export interface PublishedNote {
  /** Relative to the project. */
  file: string;
  /** The whole file, for where it cannot be shown otherwise. */
  source: string;
  /** Absent where the frontmatter has a fault. */
  marks?: NoteMarks;
  /** Its text, made ready; `checked.text` are its words, for search and feeds. */
  checked: CheckedNote;
}

/** The notes that may be shown, by the names of their files; drafts and empty ones are none. */
export async function publishedNotes(
  workspace: Workspace,
  { notes }: Pick<Site, "notes">,
): Promise<ReadonlyMap<string, PublishedNote>> {
  const rules = { code: notes.code, components: noteComponents(workspace) };
  const { value } = await readNotes(workspace);
  const shown = value
    .filter(({ text }) => !isDraft(text))
    .map(({ path, text, note }): [string, PublishedNote] => [
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

/** The note of a paper: by its id, else by a former one. */
export function noteOfPaper(
  { id, aliases }: Pick<PaperEntry, "id" | "aliases">,
  notes: ReadonlyMap<string, PublishedNote>,
): PublishedNote | undefined {
  return [id, ...aliases].map((name) => notes.get(name)).find((note) => note !== undefined);
}
