import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import type { Plugin } from "vite";
import { z } from "zod";
import { checkNote, type NoteRules } from "../archive/notes/check-note.ts";
import type { Project } from "../project/paths.ts";
import { noteComponents } from "../project/read-notes.ts";
import type { Message } from "../schemas/message.ts";
import { isDraft, splitNote } from "../schemas/parse-note.ts";
import { parseYaml } from "../schemas/parse-yaml.ts";
import type { Site } from "../schemas/site.ts";
import { reportMessages } from "./build-report.ts";

const pageHead = z.looseObject({
  title: z.string().optional(),
  description: z.string().optional(),
});

/** What a page gets of a note that cannot be compiled; it shows the note's source then. */
const unreadable = "export const unreadable = true;\n";

/**
 * Gives MDX the owner's notes and pages as far as they may be compiled: one with a fault would end
 * the whole build. A draft's text never gets into the site.
 */
export function notesMdx(project: Project, { notes }: Pick<Site, "notes">): Plugin {
  const folder = (path: string) => `${path.replaceAll("\\", "/")}/`;
  const noteRules: NoteRules = { code: notes.code, components: noteComponents(project) };
  // A page is the owner's code as much as an override is.
  const pageRules: NoteRules = { code: true, components: [], kind: "page" };
  return {
    name: "offprint:notes-mdx",
    enforce: "pre",
    async load(id) {
      const from = id.replaceAll("\\", "/");
      const isPage = from.startsWith(folder(project.pages));
      if (!isPage && !from.startsWith(folder(project.notes))) return null;
      if (!id.endsWith(".mdx")) return null;
      const text = await readFile(id, "utf8");
      const path = relative(project.root, id).replaceAll("\\", "/");
      if (!isPage && isDraft(text)) return unreadable;
      const { mdx, pictures, imports, messages } = checkNote(
        { path, text },
        isPage ? pageRules : noteRules,
      );
      const missing = pictures
        .filter((picture) => !existsSync(resolve(dirname(id), decodeURI(picture))))
        .map((picture) => missingPicture(path, picture, isPage));
      const unresolved: Message[] = [];
      for (const name of imports) {
        if (!(await this.resolve(name, id))) unresolved.push(missingImport(path, name, isPage));
      }
      const head = isPage ? headOf(path, text) : { yaml: "", messages: [] };
      reportMessages([...messages, ...missing, ...unresolved, ...head.messages]);
      const faults = missing.length + unresolved.length + head.messages.length;
      return mdx !== undefined && faults === 0 ? `${head.yaml}${mdx}` : unreadable;
    },
  };
}

/** A page's frontmatter, which its module gives on, and what is wrong with it. */
function headOf(file: string, text: string): { yaml: string; messages: Message[] } {
  const { yaml } = splitNote(text);
  if (yaml === undefined) return { yaml: "", messages: [] };
  // A line in the place of the fence, so that messages count lines as the file does.
  const { messages } = parseYaml(file, `\n${yaml}`, pageHead, "page");
  return { yaml: `---\n${yaml}---\n`, messages };
}

function missingPicture(file: string, picture: string, isPage: boolean): Message {
  const [kind, folder] = isPage ? ["page", "pages"] : ["note", "notes"];
  return {
    rule: `${kind}-picture`,
    severity: "error",
    reason: `There is no picture ${picture} beside the ${kind}, so its source is shown as text.`,
    place: { file },
    hint: `Put the picture into content/${folder}/, and name it from the ${kind}: ![…](./picture.png).`,
  };
}

function missingImport(file: string, name: string, isPage: boolean): Message {
  const [kind, folder] = isPage ? ["page", "pages"] : ["note", "notes"];
  return {
    rule: `${kind}-import`,
    severity: "error",
    reason: `What the ${kind} imports from "${name}" is not there, so its source is shown as text.`,
    place: { file },
    hint: `Paths begin at the ${kind}: ./ is content/${folder}/.`,
  };
}
