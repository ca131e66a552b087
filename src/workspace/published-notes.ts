import type { NoteNames } from "../notes/note-text.ts";
import { type PublishedNote, publishNote } from "../notes/publish-note.ts";
import type { Staged } from "../schemas/message.ts";
import type { NoteFile } from "../schemas/note.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import type { Site } from "../schemas/site.ts";
import { filesOnDisk } from "./files-on-disk.ts";
import type { Workspace } from "./paths.ts";
import { noteComponents, readNotes } from "./read-notes.ts";

/** Publishes notes of a workspace by its settings, its components and the files on its disk. */
export function notePublisher(
  workspace: Workspace,
  { notes, macros = {} }: Pick<Site, "notes"> & Partial<Pick<Site, "macros">>,
  names: NoteNames,
): (note: NoteFile) => Staged<PublishedNote | undefined> {
  const rules = { code: notes.code, components: noteComponents(workspace), macros };
  const files = filesOnDisk(workspace);
  return (note) => publishNote(note, { rules, names, files });
}

/** The notes that the site shows, by the names of their files: ids of papers, current or former. */
export async function publishedNotes(
  workspace: Workspace,
  site: Pick<Site, "notes"> & Partial<Pick<Site, "macros">>,
  names: NoteNames,
): Promise<ReadonlyMap<string, PublishedNote>> {
  const publish = notePublisher(workspace, site, names);
  const { value } = await readNotes(workspace);
  return new Map(
    value.flatMap((file): [string, PublishedNote][] => {
      const { value: published } = publish(file);
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
