import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Plugin } from "vite";
import { decode } from "../../text/decode.ts";
import { notesToBundle } from "../../workspace/bundle/notes-to-bundle.ts";
import type { PublishSettings } from "../../workspace/note-publisher.ts";
import type { Workspace } from "../../workspace/paths.ts";
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
  // Most archives have nothing to bundle of these, and what reads it takes long to load.
  const load = () => import("../owners-mdx.ts");
  let notes: ReturnType<Awaited<ReturnType<typeof load>>["notesToCompile"]> | undefined;
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
      const { mdxOfPage, notesToCompile } = await load();
      notes ??= notesToCompile(workspace, site);
      const { value, messages } = isPage
        ? mdxOfPage({ path, text }, workspace, site.macros ?? {})
        : notes({ path, text });
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
