import { defined } from "../schemas/defined.ts";
import type { Message, Staged } from "../schemas/message.ts";
import type { NoteFile } from "../schemas/note.ts";
import { checkNote } from "./check-note.ts";
import type { NoteRules } from "./faults-of-node.ts";
import type { NeededFiles } from "./needed-files.ts";
import { type NoteNames, type NoteText, noteText } from "./note-text.ts";
import { isDraft, parseNote } from "./parse-note.ts";
import { marksOf, type NoteMarks, showsNothing } from "./reading-list.ts";
import { splitNote } from "./split-note.ts";

/** An owner's note as the site publishes it: pages, search and feeds all take it from here. */
export interface PublishedNote extends NoteText {
  /** Relative to the workspace. */
  file: string;
  /** The whole file. Pages show it instead of a text that has a fault. */
  source: string;
  /** Status, rating, day and tags; absent where the frontmatter has a fault. */
  marks?: NoteMarks;
  /** The text as MDX to compile. If absent, the text has a fault, and its source is published. */
  mdx?: string;
  /** The annotation of a reference, rendered, in the place of a text of the owner's note. */
  html?: string;
  /** Whether the text has a formula. */
  math: boolean;
}

/**
 * What a note may use, the names for its links to papers and topics, and a check for pictures and
 * modules.
 */
export interface PublishContext {
  rules: NoteRules;
  names: NoteNames;
  files: NeededFiles;
}

/**
 * The note that the site shows; undefined for a draft, and for a note that only corrects its paper.
 * This alone decides whether readers get the text or, if it has a fault, its source. `text` is then
 * the source without the frontmatter. The messages are those of the text; reading the workspace
 * reports faults of the frontmatter.
 */
export function publishNote(
  note: NoteFile,
  { rules, names, files }: PublishContext,
): Staged<PublishedNote | undefined> {
  if (isDraft(note.text)) return nothing([]);
  const { value: parsed } = parseNote(note);
  const marks = parsed && marksOf(parsed.data, parsed.body);
  const { value: checked, messages } = checkNote(note, rules, files);
  if (marks && showsNothing(marks)) return nothing(messages);
  const source = splitNote(note.text).body.trim();
  const words = checked.tree
    ? noteText(checked.tree, names, rules.macros)
    : { text: source, searchText: source };
  const value: PublishedNote = {
    file: note.path,
    source: note.text,
    ...defined({ marks, mdx: checked.mdx }),
    math: checked.math,
    ...words,
  };
  return { value, messages };
}

function nothing(messages: Message[]): Staged<undefined> {
  return { value: undefined, messages };
}
