import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Plugin } from "vite";
import type { Macros } from "../../math/macros.ts";
import { checkNote } from "../../notes/check-note.ts";
import type { NoteRules } from "../../notes/faults-of-node.ts";
import { noteNames } from "../../notes/note-text.ts";
import { readPageHead } from "../../notes/page-head.ts";
import type { Message, Staged } from "../../schemas/message.ts";
import type { NoteFile } from "../../schemas/note.ts";
import { decode } from "../../text/decode.ts";
import { notesToBundle } from "../../workspace/bundle/notes-to-bundle.ts";
import { filesOnDisk } from "../../workspace/files-on-disk.ts";
import type { Workspace } from "../../workspace/paths.ts";
import { notePublisher, type PublishSettings } from "../../workspace/published-notes.ts";
import { reportMessages } from "./build-report.ts";
import { leftOutParts } from "./left-out-parts.ts";

/** The module of a note that cannot be compiled. Pages show the note's source instead. */
const unreadable = "export const unreadable = true;\n";

/** The module that lists the notes to bundle. */
const listOfNotes = "src/astro/bundled-notes.ts";

/**
 * Loads the owner's notes and pages for MDX. One with a fault is replaced, because it would stop the
 * whole build. The text of a draft never gets into the site.
 */
export function notesMdx(workspace: Workspace, site: PublishSettings): Plugin {
  // The names are not known yet: components look them up when a page is rendered.
  const publish = notePublisher(
    workspace,
    site,
    noteNames([], (id) => id),
  );
  const mdxOfNote = (note: NoteFile): Staged<string | undefined> => {
    const { value, messages } = publish(note);
    return { value: value?.mdx, messages };
  };
  let isBuild = false;
  return {
    name: "offprint:notes-mdx",
    enforce: "pre",
    configResolved({ command }) {
      isBuild = command === "build";
    },
    // Vite would follow symbolic links, and then load would not know the file as a note.
    resolveId: (source) =>
      /^\/content\/(?:notes|pages)\/.+\.mdx$/.test(source)
        ? posix(join(workspace.root, source))
        : null,
    async load(id) {
      if (isBuild && posix(id) === posix(join(workspace.root, listOfNotes)))
        return moduleOfNotes(workspace, site);
      const isIn = (folder: string) => posix(id).startsWith(`${posix(folder)}/`);
      const isPage = isIn(workspace.pages);
      if (!isPage && !isIn(workspace.notes)) return null;
      if (!id.endsWith(".mdx")) return null;
      const path = posix(relative(workspace.root, id));
      if (leftOutParts().has(path)) return unreadable;
      const { text } = decode(path, await readFile(id));
      const { value, messages } = isPage
        ? mdxOfPage({ path, text }, workspace, site.macros ?? {})
        : mdxOfNote({ path, text });
      reportMessages(messages);
      return value ?? unreadable;
    },
  };
}

/** The list of the notes to bundle, as a module. */
function moduleOfNotes(workspace: Workspace, site: PublishSettings): string {
  const lines = notesToBundle(workspace, site)
    .map((path) => JSON.stringify(`/content/notes/${path}`))
    .map((name) => `${name}: () => import(${name}),`);
  return `export const bundledNotes = {\n${lines.join("\n")}\n};\n`;
}

function posix(path: string): string {
  return path.replaceAll("\\", "/");
}

/** Pages may run code, as overrides may: both are the owner's own. */
const pageRules: NoteRules = { code: true, components: [], kind: "page" };

/** A page's text with its frontmatter, ready to compile; undefined if one of them has a fault. */
function mdxOfPage(
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
