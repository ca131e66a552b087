import type { NoteNames } from "../notes/note-text.ts";
import { type PublishedNote, publishNote } from "../notes/publish-note.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import type { Site } from "../schemas/site.ts";
import type { Workspace } from "./paths.ts";
import { noteComponents, readNotes } from "./read-notes.ts";

/** The notes that the site shows, by the names of their files: ids of papers, current or former. */
export async function publishedNotes(
  workspace: Workspace,
  { notes }: Pick<Site, "notes">,
  names: NoteNames,
): Promise<ReadonlyMap<string, PublishedNote>> {
  const rules = { code: notes.code, components: noteComponents(workspace) };
  const { value } = await readNotes(workspace);
  return new Map(
    value.flatMap((file): [string, PublishedNote][] => {
      const { value: published } = publishNote(file, { rules, names });
      const name = file.path.replace(/^.*\//, "").replace(/\.mdx$/, "");
      return published ? [[name, published]] : [];
    }),
  );
}

/** The note of a paper, by the paper's id or a former one. */
export function noteOfPaper(
  { id, aliases }: Pick<PaperEntry, "id" | "aliases">,
  notes: ReadonlyMap<string, PublishedNote>,
): PublishedNote | undefined {
  return [id, ...aliases].map((name) => notes.get(name)).find((note) => note !== undefined);
}
