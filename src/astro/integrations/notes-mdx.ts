import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import type { Plugin } from "vite";
import { checkNote, type NeededFile } from "../../notes/check-note.ts";
import type { NoteRules } from "../../notes/faults-of-node.ts";
import { readPageHead } from "../../notes/page-head.ts";
import { isDraft } from "../../notes/parse-note.ts";
import { defined } from "../../schemas/defined.ts";
import type { Message } from "../../schemas/message.ts";
import { missingImage, missingImport, report } from "../../schemas/rules.ts";
import type { Site } from "../../schemas/site.ts";
import type { Workspace } from "../../workspace/paths.ts";
import { noteComponents } from "../../workspace/read-notes.ts";
import { reportMessages } from "./build-report.ts";

/** The module of a note that cannot be compiled. Pages show the note's source instead. */
const unreadable = "export const unreadable = true;\n";

/**
 * Loads the owner's notes and pages for MDX. One with a fault is replaced, because it would stop the
 * whole build. The text of a draft never gets into the site.
 */
export function notesMdx(workspace: Workspace, { notes }: Pick<Site, "notes">): Plugin {
  const folder = (path: string) => `${path.replaceAll("\\", "/")}/`;
  const noteRules: NoteRules = { code: notes.code, components: noteComponents(workspace) };
  // Pages may run code, as overrides may: both are the owner's own.
  const pageRules: NoteRules = { code: true, components: [], kind: "page" };
  return {
    name: "offprint:notes-mdx",
    enforce: "pre",
    async load(id) {
      const from = id.replaceAll("\\", "/");
      const isPage = from.startsWith(folder(workspace.pages));
      if (!isPage && !from.startsWith(folder(workspace.notes))) return null;
      if (!id.endsWith(".mdx")) return null;
      const text = await readFile(id, "utf8");
      const path = relative(workspace.root, id).replaceAll("\\", "/");
      if (!isPage && isDraft(text)) return unreadable;
      const { value, messages } = checkNote({ path, text }, isPage ? pageRules : noteRules);
      const { mdx, pictures, imports } = value;
      const kind = isPage ? "page" : "note";
      const placeOf = ({ line }: NeededFile) => ({ file: path, ...defined({ line }) });
      const missing = pictures
        .filter(({ name }) => !existsSync(resolve(dirname(id), decodedPath(name))))
        .map((picture) => report(missingImage, { kind, image: picture.name }, placeOf(picture)));
      const unresolved: Message[] = [];
      for (const one of imports) {
        if (await this.resolve(one.name, id)) continue;
        unresolved.push(report(missingImport, { kind, name: one.name }, placeOf(one)));
      }
      const head = isPage ? readPageHead(path, text) : { yaml: "", messages: [] };
      const all = [...messages, ...missing, ...unresolved, ...head.messages];
      reportMessages(all);
      const isSound = mdx !== undefined && !all.some(({ severity }) => severity === "error");
      return isSound ? `${head.yaml}${mdx}` : unreadable;
    },
  };
}

/** The path of a picture on disk. An address with a malformed escape stays as it is. */
function decodedPath(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
