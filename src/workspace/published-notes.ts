import { type Annotated, annotated } from "../notes/annotated.ts";
import type { NoteNames } from "../notes/note-text.ts";
import { isDraft } from "../notes/parse-note.ts";
import type { PublishedNote } from "../notes/publish-note.ts";
import type { Message } from "../schemas/message.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import type { Site } from "../schemas/site.ts";
import type { PublishSettings } from "./note-publisher.ts";
import type { Workspace } from "./paths.ts";
import { readNotes } from "./read-notes.ts";

/** Notes by the names of their files: ids of papers, current or former. A draft has no value. */
export type PublishedNotes = ReadonlyMap<string, PublishedNote | undefined>;

/** The notes that the site shows, and the names of drafts. `onMessages` is called with what their texts give reason to say. */
export async function publishedNotes(
  workspace: Workspace,
  site: PublishSettings,
  names: NoteNames,
  onMessages: (messages: readonly Message[]) => void = () => {},
): Promise<PublishedNotes> {
  const { value } = await readNotes(workspace);
  if (value.length === 0) return new Map();
  // What checks notes takes long to load.
  const { notePublisher } = await import("./note-publisher.ts");
  const publish = notePublisher(workspace, site, names);
  return new Map(
    value.flatMap((file): [string, PublishedNote | undefined][] => {
      const { value: published, messages } = publish(file);
      onMessages(messages);
      const name = file.path.replace(/^.*\//, "").replace(/\.mdx$/, "");
      return published || isDraft(file.text) ? [[name, published]] : [];
    }),
  );
}

/**
 * The note of a paper, by the paper's id or a former one, with what its references add to it. A draft
 * keeps that off the site, too.
 */
export function noteOfPaper(
  paper: Pick<PaperEntry, "id" | "aliases"> & Annotated,
  notes: PublishedNotes,
  settings: Pick<Site["notes"], "annotations" | "tagsFrom">,
): PublishedNote | undefined {
  const names = [paper.id, ...paper.aliases].filter((name) => notes.has(name));
  const note = names.map((name) => notes.get(name)).find((found) => found !== undefined);
  return names.length > 0 && !note ? undefined : annotated(note, paper, settings);
}
