import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import type { Plugin } from "vite";
import { checkNote, type NoteRules } from "../archive/notes/check-note.ts";
import type { Project } from "../project/paths.ts";
import { noteComponents } from "../project/read-notes.ts";
import type { Message } from "../schemas/message.ts";
import { isDraft } from "../schemas/parse-note.ts";
import type { Site } from "../schemas/site.ts";
import { reportMessages } from "./build-report.ts";

/** What a page gets of a note that cannot be compiled; it shows the note's source then. */
const unreadable = "export const unreadable = true;\n";

/**
 * Gives MDX the owner's notes as far as they may be compiled: one with a fault would end the whole
 * build. A draft's text never gets into the site.
 */
export function notesMdx(project: Project, { notes }: Pick<Site, "notes">): Plugin {
  const folder = project.notes.replaceAll("\\", "/");
  const rules: NoteRules = { code: notes.code, components: noteComponents(project) };
  return {
    name: "offprint:notes-mdx",
    enforce: "pre",
    async load(id) {
      if (!id.replaceAll("\\", "/").startsWith(`${folder}/`) || !id.endsWith(".mdx")) return null;
      const text = await readFile(id, "utf8");
      const path = relative(project.root, id).replaceAll("\\", "/");
      if (isDraft(text)) return unreadable;
      const { mdx, pictures, imports, messages } = checkNote({ path, text }, rules);
      const missing = pictures
        .filter((picture) => !existsSync(resolve(dirname(id), decodeURI(picture))))
        .map((picture) => missingPicture(path, picture));
      const unresolved: Message[] = [];
      for (const name of imports) {
        if (!(await this.resolve(name, id))) unresolved.push(missingImport(path, name));
      }
      reportMessages([...messages, ...missing, ...unresolved]);
      const isSound = mdx !== undefined && missing.length + unresolved.length === 0;
      return isSound ? mdx : unreadable;
    },
  };
}

function missingPicture(file: string, picture: string): Message {
  return {
    rule: "note-picture",
    severity: "error",
    reason: `There is no picture ${picture} beside the note, so its source is shown as text.`,
    place: { file },
    hint: "Put the picture into content/notes/, and name it from the note: ![…](./picture.png).",
  };
}

function missingImport(file: string, name: string): Message {
  return {
    rule: "note-import",
    severity: "error",
    reason: `What the note imports from "${name}" is not there, so its source is shown as text.`,
    place: { file },
    hint: "Paths begin at the note: ./ is content/notes/.",
  };
}
