import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, relative } from "node:path";
import { parseNote } from "../notes/parse-note.ts";
import type { Message, Staged } from "../schemas/message.ts";
import type { Note, NoteFile } from "../schemas/note.ts";
import { noteExtension, report, unreadNote } from "../schemas/rules.ts";
import { decode } from "../text/decode.ts";
import { isAside } from "./is-aside.ts";
import type { Workspace } from "./paths.ts";
import { walkFolder } from "./walk-folder.ts";
import { whyUnread } from "./why-unread.ts";

/** A file in the folder of notes. `note` is undefined if the file has a fault. */
export interface NoteOnDisk extends NoteFile {
  note: Note | undefined;
}

/** The owner's notes, sorted by path. READMEs, hidden files and pictures are skipped. */
export async function readNotes({ root, notes }: Workspace): Promise<Staged<NoteOnDisk[]>> {
  const messages: Message[] = [];
  const value: NoteOnDisk[] = [];
  const folder = relative(root, notes).replaceAll("\\", "/");
  const { files, unread } = walkFolder(notes, { followLinks: false, skip: isAside });
  const leave = (path: string, reason: string) =>
    messages.push(report(unreadNote, { reason }, { file: path }));
  for (const { path, reason, isFolder } of unread) {
    // Pictures are read when a note shows them.
    const isOther = !isFolder && extname(path) !== "" && !path.endsWith(".mdx");
    if (!isOther) leave(`${folder}/${path}`, reason);
  }
  for (const name of files) {
    const path = `${folder}/${name}`;
    if (/\.(?:md|markdown|txt|ya?ml)$/i.test(name)) {
      const rename = name.replace(/\.\w+$/, ".mdx").replace(/^.*\//, "");
      messages.push(report(noteExtension, { rename }, { file: path }));
    }
    if (!name.endsWith(".mdx")) continue;
    try {
      const read = readNoteFile(path, await readFile(join(notes, name)));
      messages.push(...read.messages);
      value.push(read.value);
    } catch (error) {
      leave(path, whyUnread(error));
    }
  }
  return { value, messages };
}

/** Reads the bytes of a note; `path` is relative to the workspace. */
export function readNoteFile(path: string, bytes: Uint8Array): Staged<NoteOnDisk> {
  const { text, messages: decoding } = decode(path, bytes);
  const { value: note, messages } = parseNote({ path, text });
  return { value: { path, text, note }, messages: [...decoding, ...messages] };
}

/** The names of the components that notes may use: the engine's and those in `content/components/`. */
export function noteComponents({ components }: Workspace): string[] {
  const own = existsSync(components) ? readdirSync(components) : [];
  return [
    ...engineComponents,
    ...own.flatMap((name) => /^([A-Z]\w*)\.astro$/.exec(name)?.[1] ?? []),
  ];
}

/** The components in `src/components/notes/`. */
const engineComponents = ["Aside", "Paper", "Topic"];
