import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { withChangedEntries, withKnownEntries } from "../../ingest/identity/changed-entries.ts";
import { withOtherAddresses } from "../../ingest/identity/extend-ledger.ts";
import { noteFile } from "../../ingest/note-file.ts";
import { listsOfNote } from "../../notes/facts-for-ingest.ts";
import type { OtherLine } from "../../schemas/address.ts";
import type { Message } from "../../schemas/message.ts";
import type { Note } from "../../schemas/note.ts";
import { damagedAddress, duplicateNote, gitConflict } from "../../schemas/rules.ts";
import { type AboutLedger, aboutLedger } from "../about-ledger.ts";
import { applyWrites } from "../apply-writes.ts";
import { changeWorkspace } from "../change-workspace.ts";
import { isAside } from "../is-aside.ts";
import { type KnownNote, knownNote } from "../known-notes.ts";
import type { Workspace } from "../paths.ts";
import { readAddresses } from "../read-addresses.ts";
import { readNoteFile } from "../read-notes.ts";
import { walkFolder } from "../walk-folder.ts";
import { writeFileAtomic } from "../write-file.ts";
import { digestInputs, type Inputs, isNote } from "./inputs.ts";
import {
  type IngestSummary,
  inputsOf,
  type LastIngest,
  lastIngest,
  summaryOfLast,
  writeLast,
} from "./last-ingest.ts";
import type { EditedFacts, RemadeEntry } from "./remade-entries.ts";

/** What is said if another note would be the paper's without this one, or if lines of the ledger cannot be read. */
const concernsOthers = new Set(
  [duplicateNote, damagedAddress, gitConflict].map(({ name }) => name),
);

/** More edits than these are left to an ingest of everything. */
const mostFacts = 20;

/**
 * What an ingest would do if nothing has changed since the last one but owners' notes, and these only in what concerns
 * their own papers: text and marks, which are in no entry, and most corrections. It makes the entries of these papers,
 * adds to the list of addresses what they need, and records the ingest. Undefined if more has changed.
 */
export async function ingestOfNotes(
  workspace: Workspace,
  engine: string,
  before: Inputs,
  isPublish = false,
): Promise<IngestSummary | undefined> {
  return changeWorkspace(workspace, async () => {
    const last = await lastIngest(workspace, isPublish);
    const made = last && (await ingestEdits(workspace, engine, before, last, { isPublish }));
    if (!made) return undefined;
    await writeLast(workspace, { ...made.last, isPublish });
    return made.report;
  });
}

/** What an ingest reports, and what the next one has to know of it. */
interface Ingest {
  report: IngestSummary;
  last: LastIngest;
}

/**
 * The same in a preview after `last`, if only notes have changed that their papers had before. It records neither new
 * addresses nor itself.
 */
export async function previewOfNotes(
  workspace: Workspace,
  engine: string,
  before: Inputs,
  last: LastIngest,
): Promise<Ingest | undefined> {
  return changeWorkspace(workspace, () =>
    ingestEdits(workspace, engine, before, last, { isPreview: true }),
  );
}

async function ingestEdits(
  workspace: Workspace,
  engine: string,
  before: Inputs,
  last: LastIngest,
  { isPublish = false, isPreview = false },
): Promise<Ingest | undefined> {
  if (last.inputsButNotes !== before.allButNotes) return undefined;
  const edits = editsOf(workspace, last, before);
  const former = readAddresses(workspace).value;
  if (!edits || former === undefined) return undefined;
  // A preview records the addresses of a paper when it gets its note.
  if (isPreview && !edits.every((one) => one.before?.paper && one.note)) return undefined;
  const remade = await remadeOf(workspace, last, edits);
  if (!remade) return undefined;
  const lists = edits.flatMap(({ known, note }) => (known.paper && note ? listsOfNote(note) : []));
  const addresses = lists.map((address) => ({ kind: "list", address }) as const);
  const listed = withAddresses(former, [...addresses, ...remade.flatMap((one) => one.addresses)]);
  const entries = remade.flatMap(({ entry, isChanged }) => (isChanged ? [entry] : []));
  const changed = isPublish ? listed : withChanged(listed, former, entries);
  const ledger = isPreview ? former : changed;
  // Before the entries: an address must be known before it is published.
  if (ledger !== former) await writeFileAtomic(workspace.addressesFile, ledger);
  await applyWrites(workspace.papers, {
    ...{ create: [], keep: [], move: [], remove: [] },
    update: entries,
  });
  const after = digestInputs(workspace, engine);
  if (after.given !== before.given) return undefined;
  const notes = notesAfter(last, edits);
  const about: AboutLedger = aboutLedger(former, ledger);
  const updated = entries.length;
  return {
    report: { ...summaryOfLast(last), updated, kept: last.kept - updated, ...about },
    last: { ...last, ...inputsOf(after, notes) },
  };
}

/** A note that is new, gone or other than when it was last read. */
interface NoteEdit {
  before: KnownNote | undefined;
  /** What is known of it now. */
  known: KnownNote;
  note: Note | undefined;
}

/** The edited notes of papers; undefined if an ingest would speak of one. */
function editsOf(
  { root, notes: folder }: Pick<Workspace, "root" | "notes">,
  { notes, messages }: LastIngest,
  { notes: present }: Inputs,
): NoteEdit[] | undefined {
  const last = new Map(notes.map((one) => [one.file, one]));
  // One with a fault is not among the last notes, so that nothing else says that it is gone.
  const isGone = ({ place }: Message) =>
    isNote(place?.file ?? "") && !present.has(place?.file ?? "");
  if (messages.some(isGone)) return undefined;
  const edited = [...new Set([...last.keys(), ...present.keys()])].filter(
    (file) => last.get(file)?.digest !== present.get(file) && !isBeside(file),
  );
  if (edited.length === 0) return [];
  const { files } = walkFolder(folder, { followLinks: false, skip: isAside });
  const readable = new Set(files.map((path) => `content/notes/${path}`));
  const edits: NoteEdit[] = [];
  for (const file of edited) {
    const before = last.get(file);
    if (messages.some(({ place }) => place?.file === file)) return undefined;
    const isLess = before !== undefined && !present.has(file);
    // A symbolic link is no note.
    if (!isLess && !readable.has(file)) return undefined;
    const edit = isLess ? { before, known: before, note: undefined } : editOf(root, file, before);
    if (!edit) return undefined;
    edits.push(edit);
  }
  return edits;
}

/** Whether a file of the folder of notes is not one, by a name in its path. */
function isBeside(file: string): boolean {
  return file.split("/").slice(2).some(isAside);
}

function editOf(root: string, path: string, before: KnownNote | undefined): NoteEdit | undefined {
  try {
    const { value, messages } = readNoteFile(path, readFileSync(join(root, path)));
    const { note } = value;
    if (!note || messages.length > 0) return undefined;
    return { before, known: knownNote(value, note, before ? before.paper : note.id), note };
  } catch {
    return undefined;
  }
}

/** The entries of papers whose notes say other facts now; undefined if more than these papers may be concerned. */
async function remadeOf(
  workspace: Workspace,
  last: LastIngest,
  edits: readonly NoteEdit[],
): Promise<RemadeEntry[] | undefined> {
  const changed = edits.filter(({ before, known, note }) => !note || before?.facts !== known.facts);
  if (changed.length === 0) return [];
  if (changed.length > mostFacts) return undefined;
  if (last.messages.some(({ rule }) => concernsOthers.has(rule))) return undefined;
  const facts: EditedFacts[] = [];
  for (const { before, known, note } of changed) {
    const { paper, file } = known;
    // A note with a former id may be about another paper now.
    if (paper === undefined || basename(file) !== `${paper}.mdx`) return undefined;
    // Messages name the note that a paper has or should have. There may be another new one in another folder.
    if ((!before || !note) && file !== noteFile({ id: paper })) return undefined;
    if (last.notes.some((other) => other.paper === paper && other.file !== file)) return undefined;
    const text = before?.text;
    facts.push({ paper, before: text === undefined ? undefined : { file, text }, after: note });
  }
  // Only these need the code that makes entries.
  const { remadeEntries } = await import("./remade-entries.ts");
  return remadeEntries(workspace, last, facts);
}

function notesAfter({ notes }: LastIngest, edits: readonly NoteEdit[]): KnownNote[] {
  const edited = new Map(edits.map(({ known, note }) => [known.file, note ? known : undefined]));
  const rest = notes.filter(({ file }) => !edited.has(file));
  return [...rest, ...[...edited.values()].flatMap((one) => one ?? [])];
}

/** The text of a ledger with these addresses, most of which it has. */
function withAddresses(ledger: string, lines: readonly OtherLine[]): string {
  const isNew = ({ kind, address }: OtherLine) =>
    !ledger.includes(JSON.stringify({ kind, address }).slice(0, -1));
  return lines.some(isNew) ? withOtherAddresses(ledger, lines) : ledger;
}

function withChanged(ledger: string, former: string, entries: RemadeEntry["entry"][]): string {
  if (entries.length === 0) return ledger;
  const day = new Date().toISOString().slice(0, 10);
  return (
    withKnownEntries(ledger, entries, day) ?? withChangedEntries(ledger, entries, { former, day })
  );
}
