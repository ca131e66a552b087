import type { Macros } from "../math/macros.ts";
import { checkNote } from "../notes/check-note.ts";
import type { NoteRules } from "../notes/faults-of-node.ts";
import { noteNames } from "../notes/note-text.ts";
import { readPageHead } from "../notes/page-head.ts";
import type { Message, Staged } from "../schemas/message.ts";
import type { NoteFile } from "../schemas/note.ts";
import { filesOnDisk } from "../workspace/files-on-disk.ts";
import { notePublisher, type PublishSettings } from "../workspace/note-publisher.ts";
import type { Workspace } from "../workspace/paths.ts";

/** Makes a function that gives a note's text with its frontmatter, ready to compile; undefined if it has a fault. */
export function notesToCompile(
  workspace: Workspace,
  site: PublishSettings,
): (note: NoteFile) => Staged<string | undefined> {
  // The names are not known yet: components look them up when a page is rendered.
  const publish = notePublisher(
    workspace,
    site,
    noteNames([], (id) => id),
  );
  return (note) => {
    const { value, messages } = publish(note);
    return { value: value?.mdx, messages };
  };
}

/** Pages may run code, as overrides may: both are the owner's own. */
const pageRules: NoteRules = { code: true, components: [], kind: "page" };

/** A page's text with its frontmatter, ready to compile; undefined if one of them has a fault. */
export function mdxOfPage(
  page: NoteFile,
  workspace: Workspace,
  macros: Macros,
): Staged<string | undefined> {
  const rules = { ...pageRules, macros };
  const { value, messages } = checkNote(page, rules, filesOnDisk(workspace));
  const head = readPageHead(page.path, page.text);
  const all: Message[] = [...messages, ...head.messages];
  const isSound =
    value.mdx !== undefined && !head.messages.some(({ severity }) => severity === "error");
  return { value: isSound ? `${head.yaml}${value.mdx}` : undefined, messages: all };
}
