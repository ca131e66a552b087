import { clean } from "../ingest/clean.ts";
import { sourceKey } from "../ingest/identity/source-key.ts";
import { mergePapers } from "../ingest/merge/merge-papers.ts";
import { openArchived } from "../ingest/open-archived.ts";
import type { Paper } from "../ingest/paper.ts";
import type { RawPaper } from "../ingest/raw-paper.ts";
import { type MathContext, restoreMath } from "../ingest/restore-math.ts";
import type { Message, Staged } from "../schemas/message.ts";
import type { Note } from "../schemas/note.ts";
import { correctFacts } from "./correct-facts.ts";
import { correctIds } from "./correct-ids.ts";
import { correctTexts, type RawPapers } from "./correct-texts.ts";
import { matchNotes } from "./match-notes.ts";
import { paperOfNote } from "./note-record.ts";
import { joinsOf, withFormerIds } from "./same-as.ts";

export interface NotesContext extends MathContext {
  /** The owner's notes; none where absent. */
  notes?: readonly Note[];
}

/** Papers in the order of their ids, and the note of each that has one. */
export interface NotedPapers {
  papers: Paper[];
  noteOf: ReadonlyMap<string, Note>;
}

/**
 * Makes papers of records as mergePapers does, with what the owner's notes say of them. A paper's id
 * never comes from a corrected title, so that its note and its address stay. `kept` are ids of
 * entries that stay although no seed tells of them.
 */
export function mergeWithNotes(
  raws: readonly RawPaper[],
  { notes = [], ...context }: NotesContext,
  kept: ReadonlySet<string>,
): { merged: Message[]; noted: Staged<NotedPapers> } {
  const records = raws.map((raw) =>
    raw.archived ? openArchived(raw, raw.archived) : clean(restoreMath(raw, context)),
  );
  const first = mergePapers(records);
  if (notes.length === 0) {
    const value = { papers: first.value, noteOf: new Map<string, Note>() };
    return { merged: first.messages, noted: { value, messages: [] } };
  }
  const { value: matched, messages } = matchNotes(notes, first.value, kept);
  const withIds = correctIds(records, matched.of);
  const joins = joinsOf(matched, first.value, kept);
  messages.push(...joins.messages);
  const again = withIds.changed || joins.value.length > 0;
  const merged = again ? mergePapers(withIds.records, joins.value) : first;
  const whole = withFormerIds(merged.value, first.value, joins.value);
  const bySource = new Map<string, Note>(
    [...matched.of].flatMap(([{ sources }, note]) =>
      sources.slice(0, 1).map((source): [string, Note] => [sourceKey(source), note]),
    ),
  );
  const rawOf = new Map(raws.map((raw) => [raw.source, raw]));
  const noteOf = new Map<string, Note>();
  const papers = whole.map((paper) => {
    const [note, ...others] = paper.sources.flatMap(
      (source) => bySource.get(sourceKey(source)) ?? [],
    );
    if (!note) return paper;
    messages.push(...others.map((other) => joined(other, note)));
    const noted = applyNote(paper, note, rawOf, context);
    messages.push(...noted.messages);
    noteOf.set(noted.value.id, note);
    return noted.value;
  });
  for (const note of matched.alone) {
    const made = paperOfNote(note);
    if (!made) {
      messages.push(noTitle(note));
      continue;
    }
    const noted = applyNote(made.paper, note, new Map([[made.raw.source, made.raw]]), context);
    messages.push(...noted.messages);
    papers.push(noted.value);
    noteOf.set(noted.value.id, note);
  }
  const value = { papers: papers.toSorted((a, b) => (a.id < b.id ? -1 : 1)), noteOf };
  return { merged: merged.messages, noted: { value, messages } };
}

function applyNote(paper: Paper, note: Note, raws: RawPapers, context: MathContext): Staged<Paper> {
  const texts = correctTexts(paper, note, raws, context);
  const facts = correctFacts(texts.value.paper, note);
  const ids = Object.entries({ ...note.data.ids, ...note.data.corrections.ids });
  const gaveIds = ids.some(([key, id]) => Reflect.get(paper.ids, key) === (id ?? undefined));
  const topics = note.data.corrections.topics === undefined ? [] : ["topics"];
  const gave = [...texts.value.gave, ...facts.gave, ...(gaveIds ? ["ids"] : []), ...topics];
  const { id, aliases, sources } = facts.paper;
  const named = id === note.id || aliases.includes(note.id);
  const line = note.lineOf(["corrections"]);
  // A paper of the note's own has it as its source already.
  const known = sources.some(({ file }) => file === note.file);
  const value: Paper = {
    ...facts.paper,
    aliases: named ? aliases : [...aliases, note.id],
    sources:
      gave.length === 0 || known
        ? sources
        : [...sources, { format: "note", file: note.file, line, gave }],
  };
  return { value, messages: texts.messages };
}

function joined(note: Note, other: Note): Message {
  return {
    rule: "note-twice",
    severity: "error",
    reason: `By its ids, this note tells of the same paper as ${other.file}; it was left out.`,
    place: { file: note.file },
    hint: `Move its text into ${other.file}, and delete it.`,
  };
}

function noTitle({ file, lineOf }: Note): Message {
  return {
    rule: "no-title",
    severity: "error",
    reason: "The title of this note has no sign that can be seen, so it makes no paper.",
    place: { file, line: lineOf(["title"]) },
    hint: "Write the paper's title.",
  };
}
