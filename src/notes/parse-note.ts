import { conflictIn } from "../schemas/git-conflict.ts";
import { type PaperId, paperId } from "../schemas/identifiers.ts";
import type { Message, Staged } from "../schemas/message.ts";
import { type Note, type NoteData, type NoteFile, note } from "../schemas/note.ts";
import { parseYaml } from "../schemas/parse-yaml.ts";
import {
  gitConflict,
  invalidNote,
  invalidNoteName,
  report,
  straySettings,
  unclosedFrontmatter,
} from "../schemas/rules.ts";
import { withoutRepeated } from "./repeated-settings.ts";
import { splitNote } from "./split-note.ts";

/** Reads a note. If its frontmatter has faults, there is no value, and a message for each fault. */
export function parseNote({ path, text }: NoteFile): Staged<Note | undefined> {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const id = paperId.safeParse(name.replace(/\.mdx$/, ""));
  if (!id.success) return { value: undefined, messages: [badName(path, name)] };
  const conflict = conflictIn(text);
  if (conflict) {
    return {
      value: undefined,
      messages: [report(gitConflict, {}, { file: path, line: conflict.line })],
    };
  }
  const { yaml, body, strayLine } = splitNote(text);
  if (yaml === undefined) {
    if (/^---\s*$/m.test(text.slice(0, 4))) {
      return {
        value: undefined,
        messages: [report(unclosedFrontmatter, { kind: "note" }, { file: path, line: 1 })],
      };
    }
    return { value: noteOf(path, id.data, note.parse({}), body, () => 1), messages: [] };
  }
  // The empty line stands for the opening fence, so that messages count lines as the file does.
  const single = withoutRepeated(path, `\n${yaml}`);
  const parsed = parseYaml(path, single.value, note, invalidNote);
  const stray =
    strayLine === undefined ? [] : [report(straySettings, {}, { file: path, line: strayLine })];
  const messages = [...stray, ...single.messages, ...parsed.messages];
  if (!parsed.value) return { value: undefined, messages };
  return { value: noteOf(path, id.data, parsed.value, body, parsed.lineOf), messages };
}

/** Whether a note is a draft. Works even if its frontmatter has faults, so that no draft leaks. */
export function isDraft(text: string): boolean {
  const { yaml, body } = splitNote(text);
  return /^\s*["']?draft["']?\s*:\s*(?:true|yes|on)\b/im.test(
    yaml ?? (/^---/.test(body) ? body : ""),
  );
}

function noteOf(
  file: string,
  id: PaperId,
  data: NoteData,
  body: string,
  lineOf: Note["lineOf"],
): Note {
  return { id, file, data, body: body.trim(), lineOf };
}

function badName(file: string, name: string): Message {
  const better = name
    .replace(/\.mdx$/, "")
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[^a-z0-9]+/, "");
  return report(invalidNoteName, { name, rename: `${better || "2510.01171"}.mdx` }, { file });
}
