import type { Message } from "../../schemas/message.ts";
import { notePublisher, type PublishSettings } from "../note-publisher.ts";
import type { Workspace } from "../paths.ts";
import { readNotes } from "../read-notes.ts";

/** What a build would say of the texts of notes: formulas that are refused, MDX that cannot be shown. */
export async function noteMessages(
  workspace: Workspace,
  site: PublishSettings,
): Promise<Message[]> {
  const publish = notePublisher(workspace, site, { paper: () => undefined, topic: (id) => id });
  const { value: notes } = await readNotes(workspace);
  return notes.flatMap((note) => publish(note).messages);
}
