import type { NoteNames } from "../notes/note-text.ts";
import { type PublishedNote, publishNote } from "../notes/publish-note.ts";
import type { Staged } from "../schemas/message.ts";
import type { NoteFile } from "../schemas/note.ts";
import type { Site } from "../schemas/site.ts";
import { filesOnDisk } from "./files-on-disk.ts";
import type { Workspace } from "./paths.ts";
import { noteComponents } from "./read-notes.ts";

/** What settings decide about the text of a note. */
export interface PublishSettings extends Partial<Pick<Site, "macros">> {
  notes: Pick<Site["notes"], "code">;
}

/** Publishes notes of a workspace by its settings, its components and the files on its disk. */
export function notePublisher(
  workspace: Workspace,
  { notes, macros = {} }: PublishSettings,
  names: NoteNames,
): (note: NoteFile) => Staged<PublishedNote | undefined> {
  const rules = { code: notes.code, components: noteComponents(workspace), macros };
  const files = filesOnDisk(workspace);
  return (note) => publishNote(note, { rules, names, files });
}
